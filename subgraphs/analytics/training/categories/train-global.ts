import { embedAll, type Embedding, embeddedWidth } from '../../src/categorizing/embedding.ts';
import type { LinearParts } from '../../src/categorizing/linear-model.ts';
import { packRows } from '../../src/categorizing/sparse-rows.ts';
import { tokenizeText } from '../../src/categorizing/tokenize.ts';
import { trainSoftmax } from '../../src/categorizing/train-softmax.ts';
import { vocabularyOf } from '../../src/categorizing/vocabulary.ts';
import { brandTexts } from './brands.ts';
import { categoryOfLabel } from './label-categories.ts';
import { codes, type Source, type SourceText } from './sources.ts';

/** What the general model learns from: what bodies booked, as far as it means a category of ours, and brands. */
export const generalLessons = (sources: readonly Source[]): SourceText[] => [
  ...lessonsOf(sources),
  ...brandTexts(codes),
];

/** The texts whose labels are categories of ours or mean them, with the shares of these. */
export function lessonsOf(sources: readonly Source[]): SourceText[] {
  return sources.flatMap(({ labels, texts }) => {
    const meanings = labels.map((label) =>
      codes.indexOf(codes.includes(label) ? label : (categoryOfLabel(label) ?? '')),
    );
    return texts.flatMap(({ text, count, shares }) => {
      const meant = shares
        .map(([label, share]) => [meanings[label] ?? -1, share] as const)
        .filter(([code]) => code >= 0);
      const total = meant.reduce((sum, [, share]) => sum + share, 0);
      if (total <= 0.5) return [];
      return [
        { text, count, shares: meant.map(([code, share]) => [code, share / total] as const) },
      ];
    });
  });
}

/** A softmax over words and the embedding into the default taxonomy. It knows no amounts: what is dear differs from body to body. */
export function trainGlobal(
  embedding: Embedding,
  lessons: readonly SourceText[],
  version: string,
): LinearParts {
  const bits = 15;
  const tokens = lessons.map(({ text }) => tokenizeText(text));
  const text = trainSoftmax({
    rows: packRows(tokens, bits),
    targets: lessons.map(({ shares }) => shares),
    importance: Float64Array.from(lessons, ({ count }) => Math.min(5, count ** 0.3)),
    classes: codes.length,
    bits,
    dense: { values: embedAll(embedding, tokens), width: embeddedWidth(embedding), rate: 0.4 },
    epochs: 6,
    rate: 0.4,
    seed: 11,
  });
  const nothing = {
    classes: codes.length,
    bits: 0,
    bias: new Float32Array(codes.length),
    sparse: new Float32Array(codes.length),
    dense: new Float32Array(0),
  };
  const vocabulary = vocabularyOf(lessons.map((lesson) => lesson.text));
  return { version, categories: codes, temperature: 1, text, amount: nothing, vocabulary };
}
