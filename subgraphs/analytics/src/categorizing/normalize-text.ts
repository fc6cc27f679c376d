/**
 * A transaction's text as words: lower case, accents folded, punctuation to spaces. "SQ *CAFÉ 24, Leeds" gives sq, cafe, 24, leeds.
 * Digits stay: a supplier's number often says more than its name.
 */
export function wordsOf(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '');
  const words = folded.match(/[\p{L}\p{N}&]+/gu) ?? [];
  return words.slice(0, maxWords).map((word) => word.slice(0, maxLetters));
}

/** A bank's text has a dozen words of a dozen letters; what is longer is cut, so that no text costs much more than others. */
const maxWords = 24;
const maxLetters = 32;

/** The text's words, as one key: texts alike but for case and punctuation share it. */
export const exactKey = (words: readonly string[]): string => words.join(' ');

/** The words without those that carry digits: shop numbers, dates and references. The exact key when nothing else is left. */
export function merchantKey(words: readonly string[]): string {
  const named = words.filter((word) => !/\d/.test(word));
  return named.length > 0 ? named.join(' ') : exactKey(words);
}

/** The first two named words: "amazon uk" of "AMAZON UK MARKETPLACE 123". */
export const stemKey = (words: readonly string[]): string =>
  merchantKey(words).split(' ').slice(0, 2).join(' ');
