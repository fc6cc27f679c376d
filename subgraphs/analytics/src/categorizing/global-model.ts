import { readFileSync } from 'node:fs';
import { once } from '@finflow/shared/once';
import type { Embedding } from './embedding.ts';
import { linearModel } from './linear-model.ts';
import { decodeEmbedding, decodeModel } from './model-file.ts';
import type { TextModel } from './text-model.ts';

const folder = new URL('../../models/categories/', import.meta.url);

/** Where texts stand among merchants of all kinds (models/categories/README.md). Read once. */
export const globalEmbedding = once(
  (): Embedding => decodeEmbedding(readFileSync(new URL('embedding.bin', folder))),
);

/** What is known of merchants in general, in the default taxonomy. Read once. */
export const globalModel = once(
  (): TextModel =>
    linearModel(decodeModel(readFileSync(new URL('global.bin', folder))), globalEmbedding()),
);
