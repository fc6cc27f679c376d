import { embedAll, type Embedding, embeddedWidth } from './embedding.ts';
import { tokenizeText } from './tokenize.ts';

/** How far a name's place counts before any decision does: chosen on merchants and later years hidden from training parts. */
const strength = 3;

/**
 * Weights of places from which learning starts: a merchant that stands where a category's own name does ("Taxi fares") is likelier of it
 * before anybody has decided about one. One row a number of the place, one column a category; less the mean of all names.
 */
export function placeNames(embedding: Embedding, categories: readonly string[]): Float32Array {
  const width = embeddedWidth(embedding);
  const classes = categories.length;
  const places = embedAll(embedding, categories.map(tokenizeText));
  const start = new Float32Array(width * classes);
  for (let d = 0; d < width; d += 1) {
    let sum = 0;
    for (let c = 0; c < classes; c += 1) sum += places[c * width + d] ?? 0;
    for (let c = 0; c < classes; c += 1)
      start[d * classes + c] = strength * ((places[c * width + d] ?? 0) - sum / classes);
  }
  return start;
}
