import { seededNumbers } from '@finflow/shared/seeded-numbers';

const starts =
  'b bl br c ch cl cr d dr f fl fr g gl gr h j k kl kr l m n p pl pr q r s sk sn st t tr v w x z zw'.split(
    ' ',
  );
const vowels = 'a e i o u y ai ea ee oo ou'.split(' ');
const ends = ['', '', ...'b ck d ft g l lt m n nt p r rk s st t v x z zt'.split(' ')];
const forms = ['', '', ' ltd', ' limited', ' plc'];

/**
 * Names that nobody has: one or two words of syllables put together at random, some with a legal form. Nothing can be told from them,
 * and a model that knows its limits says so. The same seed gives the same names.
 */
export function madeUpNames(count: number, seed: number): string[] {
  const random = seededNumbers(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const word = (): string =>
    Array.from(
      { length: 1 + Math.floor(random() * 3) },
      () => pick(starts) + pick(vowels) + pick(ends),
    ).join('');
  const name = (): string => (random() < 0.5 ? word() : `${word()} ${word()}`) + pick(forms);
  return Array.from({ length: count }, name);
}
