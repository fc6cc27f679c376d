import { hashText, mixHash, spreadHash, startHash } from './hash.ts';
import { merchantKey, wordsOf } from './normalize-text.ts';
import { addToken, emptyTokens, scaleToUnit, type TokenList, type Tokens } from './tokens.ts';
import { wordHash } from './word-vectors.ts';

/**
 * A text's tokens, in two blocks of equal weight: words, pairs of words and the whole name; and character n-grams of 2 to 6 within
 * each word, which see through abbreviations and glued words ("AMZNMKTPLACE").
 */
export function tokenize(words: readonly string[]): Tokens {
  const list = emptyTokens();
  addWords(list, words);
  const start = list.hashes.length;
  words.forEach((word, i) => {
    addCharacters(list, word, i);
  });
  scaleToUnit(list, start);
  return list;
}

export const tokenizeText = (text: string): Tokens => tokenize(wordsOf(text));

function addWords(list: TokenList, words: readonly string[]): void {
  words.forEach((word, i) => {
    const next = words[i + 1];
    addToken(list, wordHash(word), 1, i);
    if (/\d/.test(word)) addToken(list, hashText('w', word.replace(/\d+/g, '#')), 0.5, i);
    if (next !== undefined) addToken(list, hashText('b', `${word} ${next}`), 1, i);
    if (i === 0) addToken(list, hashText('f', word), 1, i);
    if (i === words.length - 1) addToken(list, hashText('l', word), 0.5, i);
  });
  addToken(list, hashText('x', merchantKey(words)), 1, 0);
  scaleToUnit(list, 0);
}

const longestNgram = 6;
const ngramStart = startHash('c:');

function addCharacters(list: TokenList, word: string, index: number): void {
  const padded = `<${word}>`;
  for (let start = 0; start < padded.length - 1; start += 1) {
    let hash = mixHash(ngramStart, padded.charCodeAt(start));
    const end = Math.min(padded.length, start + longestNgram);
    for (let i = start + 1; i < end; i += 1) {
      hash = mixHash(hash, padded.charCodeAt(i));
      addToken(list, spreadHash(hash), i === start + 1 ? 0.5 : 1, index);
    }
  }
}
