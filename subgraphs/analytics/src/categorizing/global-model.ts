import { readFileSync } from 'node:fs';
import { once } from '@finflow/shared/once';
import { isConfidence } from './confidence.ts';
import { doubtUnfamiliar } from './doubt-unfamiliar.ts';
import type { Embedding } from './embedding.ts';
import { linearModel } from './linear-model.ts';
import { decodeEmbedding, decodeModel } from './model-file.ts';
import type { TextModel } from './text-model.ts';

const folder = new URL('../../models/categories/', import.meta.url);

/** Where texts stand among merchants of all kinds (models/categories/README.md). Read once. */
export const globalEmbedding = once(
  (): Embedding => decodeEmbedding(readFileSync(new URL('embedding.bin', folder))),
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
