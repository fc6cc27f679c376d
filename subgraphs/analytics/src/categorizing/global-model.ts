import { readFileSync } from 'node:fs';
import { once } from '@finflow/shared/once';
import { isConfidence } from './confidence.ts';
import { doubtUnfamiliar } from './doubt-unfamiliar.ts';
import type { Embedding } from './embedding.ts';
import { linearModel } from './linear-model.ts';
import { decodeEmbedding, decodeModel, decodeWords } from './model-file.ts';
import type { TextModel } from './text-model.ts';
import type { WordVectors } from './word-vectors.ts';

const folder = new URL('../../models/categories/', import.meta.url);

/** What words of the language mean. Read once. */
export const globalWords = once(
  (): WordVectors => decodeWords(readFileSync(new URL('words.bin', folder))),
);

/** Where texts stand among merchants of all kinds (models/categories/README.md). Read once. */
export const globalEmbedding = once(
  (): Embedding => decodeEmbedding(readFileSync(new URL('embedding.bin', folder)), globalWords()),
);

/**
 * What is known of merchants in general, in the default taxonomy, with doubt where a name is like none that it learned from. Read once.
 * @throws TypeError when confidence.json is something else
 */
export const globalModel = once((): TextModel => {
  const confidence: unknown = JSON.parse(readFileSync(new URL('confidence.json', folder), 'utf8'));
  if (!isConfidence(confidence)) throw new TypeError('The general model has no confidence');
  const parts = decodeModel(readFileSync(new URL('global.bin', folder)));
  return doubtUnfamiliar(linearModel(parts, globalEmbedding()), globalEmbedding(), confidence);
});
