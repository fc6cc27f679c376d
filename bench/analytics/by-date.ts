/** For sorting by date, the earliest first; those of one day stay as they stand. */
export const byDate = (a: { readonly date: string }, b: { readonly date: string }): number =>
  a.date < b.date ? -1 : Number(a.date > b.date);
