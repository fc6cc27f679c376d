/** What the four subgraphs sell and say: small lists that follow from numbers, so that every run has the same. */

export type User = { readonly id: string; readonly name: string; readonly username: string };
export type Product = {
  readonly upc: string;
  readonly name: string;
  readonly price: number;
  readonly weight: number;
  readonly inStock: boolean;
};
export type Review = {
  readonly id: string;
  readonly body: string;
  readonly authorId: string;
  readonly upc: string;
};

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

export const users: readonly User[] = numbers(6).map((number) => ({
  id: String(number),
  name: `Customer number ${number}`,
  username: `customer${number}`,
}));

export const products: readonly Product[] = numbers(9).map((number) => ({
  upc: String(number),
  name: `Product number ${number}`,
  price: number * 111,
  weight: number * 50,
  inStock: number % 3 !== 0,
}));

/** Spread unevenly, as in a real shop: most are of the first products, some have none. */
export const reviews: readonly Review[] = numbers(18).map((number) => ({
  id: String(number),
  body: `What customer ${(number % 6) + 1} thinks of it, in a sentence of quite some length, as they are.`,
  authorId: String((number % 6) + 1),
  upc: String((number % 4) + 1),
}));

/** @throws Error when there is nothing of that key */
export function found<T>(list: readonly T[], matches: (item: T) => boolean): T {
  const item = list.find(matches);
  if (!item) throw new Error('There is no such thing in the shop');
  return item;
}
