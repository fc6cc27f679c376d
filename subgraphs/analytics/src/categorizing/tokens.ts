/** What a transaction shows to a linear model: hashed tokens with weights. */
export type Tokens = {
  /** 32-bit hashes. A model takes as many of their bits as its table has. */
  readonly hashes: readonly number[];
  readonly weights: readonly number[];
  /** Which word of the text a token belongs to. */
  readonly words: readonly number[];
};

export type TokenList = { hashes: number[]; weights: number[]; words: number[] };

export const emptyTokens = (): TokenList => ({ hashes: [], weights: [], words: [] });

export function addToken(list: TokenList, hash: number, weight: number, word: number): void {
  list.hashes.push(hash);
  list.weights.push(weight);
  list.words.push(word);
}

/** Scales the tokens from `start` on to a length of 1, so that a block of many weighs as much as one of few. */
export function scaleToUnit(list: TokenList, start: number): void {
  let square = 0;
  for (let i = start; i < list.weights.length; i += 1) square += (list.weights[i] ?? 0) ** 2;
  const factor = square > 0 ? 1 / Math.sqrt(square) : 0;
  for (let i = start; i < list.weights.length; i += 1)
    list.weights[i] = (list.weights[i] ?? 0) * factor;
}
