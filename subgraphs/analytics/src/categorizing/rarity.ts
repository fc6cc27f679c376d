import type { Tokens } from './tokens.ts';

/**
 * How rare the tokens of each of a table's 2^bits rows are among texts: 1 for those that all texts have, more the fewer have them (inverse
 * document frequency; Spärck Jones 1972).
 */
export function rarityOf(texts: readonly Tokens[], bits: number): Float32Array {
  const rows = 2 ** bits;
  const found = new Float64Array(rows);
  for (const { hashes } of texts) {
    for (const row of new Set(hashes.map((hash) => hash & (rows - 1))))
      found[row] = (found[row] ?? 0) + 1;
  }
  return Float32Array.from(found, (count) => Math.log((1 + texts.length) / (1 + count)) + 1);
}

/** A text's tokens, weighed by how rare they are; each of its two blocks as long as 1 again. */
export function weighByRarity(tokens: Tokens, rarity: Float32Array): Tokens {
  const mask = rarity.length - 1;
  const weights = tokens.hashes.map(
    (hash, k) => (tokens.weights[k] ?? 0) * (rarity[hash & mask] ?? 0),
  );
  scaleToOne(weights, 0, tokens.ngramsFrom);
  scaleToOne(weights, tokens.ngramsFrom, weights.length);
  return { ...tokens, weights };
}

function scaleToOne(weights: number[], start: number, end: number): void {
  let square = 0;
  for (let k = start; k < end; k += 1) square += (weights[k] ?? 0) ** 2;
  const factor = square > 0 ? 1 / Math.sqrt(square) : 0;
  for (let k = start; k < end; k += 1) weights[k] = (weights[k] ?? 0) * factor;
}
