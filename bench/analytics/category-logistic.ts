import { hashText } from '@finflow/analytics/categorizing/hash';
import { softmax } from '@finflow/analytics/categorizing/softmax';
import { packRows } from '@finflow/analytics/categorizing/sparse-rows';
import { type SoftLabels } from '@finflow/analytics/categorizing/soft-labels';
import { trainSoftmax } from '@finflow/analytics/categorizing/train-softmax';

/**
 * The peer: TF-IDF of words and pairs of words and of character n-grams of 2 to 5 within words, each of length 1, and logistic
 * regression over them, as scikit-learn's TfidfVectorizer and LogisticRegression would; trained until its gradient gains nothing more.
 */
export function trainLogistic(labels: SoftLabels, classes: number) {
  const counts = labels.texts.map(countGrams);
  const rarity = inverseDocumentFrequency(counts, labels.counts);
  const vector = (grams: Grams) => weigh(grams, rarity);
  const bits = 18;
  const mean = labels.counts.reduce((sum, n) => sum + n, 0) / labels.counts.length;
  const weights = trainSoftmax({
    rows: packRows(counts.map(vector), bits),
    targets: labels.targets,
    importance: labels.counts.map((n) => Math.min(30, n / mean)),
    classes,
    bits,
    epochs: 10,
    rate: 0.7,
    seed: 5,
  });
  return (text: string): Float64Array => {
    const scores = Float64Array.from(weights.bias);
    const { hashes, weights: values } = vector(countGrams(text));
    hashes.forEach((hash, k) => {
      const start = (hash & (2 ** bits - 1)) * classes;
      for (let c = 0; c < classes; c += 1) {
        scores[c] = (scores[c] ?? 0) + (values[k] ?? 0) * (weights.sparse[start + c] ?? 0);
      }
    });
    return softmax(scores);
  };
}

type Grams = { readonly words: Map<number, number>; readonly characters: Map<number, number> };

function countGrams(text: string): Grams {
  const words = new Map<number, number>();
  const characters = new Map<number, number>();
  const count = (counts: Map<number, number>, hash: number) =>
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const list = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  list.forEach((word, i) => {
    count(words, hashText('w', word));
    if (list[i + 1]) count(words, hashText('b', `${word} ${list[i + 1]}`));
    const padded = ` ${word} `;
    for (let size = 2; size <= 5; size += 1) {
      for (let at = 0; at + size <= padded.length; at += 1)
        count(characters, hashText('c', padded.slice(at, at + size)));
    }
  });
  return { words, characters };
}

function inverseDocumentFrequency(
  all: readonly Grams[],
  counts: Float64Array,
): (hash: number) => number {
  const found = new Map<number, number>();
  const total = counts.reduce((sum, n) => sum + n, 0);
  all.forEach(({ words, characters }, i) => {
    for (const hash of [...words.keys(), ...characters.keys()])
      found.set(hash, (found.get(hash) ?? 0) + (counts[i] ?? 0));
  });
  return (hash) => Math.log((1 + total) / (1 + (found.get(hash) ?? 0))) + 1;
}

function weigh({ words, characters }: Grams, rarity: (hash: number) => number) {
  const blocks = [words, characters].map((grams) => {
    const values = [...grams].map(([hash, n]) => [hash, (1 + Math.log(n)) * rarity(hash)] as const);
    const length = Math.hypot(...values.map(([, value]) => value)) || 1;
    return values.map(([hash, value]) => [hash, value / length] as const);
  });
  const all = blocks.flat();
  return { hashes: all.map(([hash]) => hash), weights: all.map(([, value]) => value) };
}
