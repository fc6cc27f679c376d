import type { TextModel } from '../categorizing/text-model.ts';
import { categories } from './taxonomy.ts';

/** Knows nothing of merchants: every category is as likely as the next, until the organization decides. */
export const plainModel: TextModel & { readonly version: string } = {
  version: 'memory-1',
  categories: categories.map(({ code }) => code),
  predict: () => new Float64Array(categories.length).fill(1 / categories.length),
  explain: () => ({ words: [], amountScore: 0 }),
};
