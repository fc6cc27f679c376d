/** The tasks of categories, each with the split of whoever made it. */
export const taskNames = [
  'calderdale-by-time',
  'calderdale-unseen-merchants',
  'birmingham-accounts',
  'london-accounts',
  'harrogate-accounts',
  'leeds-accounts',
  'manchester-accounts',
] as const;
