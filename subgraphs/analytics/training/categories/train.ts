/**
 * Trains the global model of categories:
 *
 *   npx node subgraphs/analytics/training/categories/train.ts DATA_FOLDER
 *
 * writes models/categories/embedding.bin and global.bin, and prints what the card says of them. A twentieth of the texts, by their
 * hash, is kept out of the model that is measured and calibrated, and taken in again for the one that is written.
 */
import { writeFileSync } from 'node:fs';
import { fitTemperature } from '../../src/categorizing/calibrate.ts';
import { hashText } from '../../src/categorizing/hash.ts';
import { linearModel } from '../../src/categorizing/linear-model.ts';
import { encodeEmbedding, encodeModel } from '../../src/categorizing/model-file.ts';
import { readSources, type Source } from './sources.ts';
import { trainEmbedding } from './train-embedding.ts';
import { lessonsOf, trainGlobal } from './train-global.ts';

const version = 'global-2';
const folder = process.argv[2];
if (!folder) throw new RangeError('Say where the data is: train.ts DATA_FOLDER');

const sources = readSources(folder);
const isKeptOut = (text: string): boolean => hashText('kept-out', text) % 20 === 0;
const shown = sources.map((source) => ({
  ...source,
  texts: source.texts.filter(({ text }) => !isKeptOut(text)),
}));
const measured = measure(shown);
process.stdout.write(`${JSON.stringify(measured)}\n`);
const embedding = trainEmbedding(sources, version);
const parts = trainGlobal(embedding, lessonsOf(sources), version);
const out = new URL('../../models/categories/', import.meta.url);
writeFileSync(new URL('embedding.bin', out), encodeEmbedding(embedding));
writeFileSync(
  new URL('global.bin', out),
  encodeModel({ ...parts, temperature: measured.temperature }),
);

function measure(known: readonly Source[]) {
  const trained = trainEmbedding(known, version);
  const model = linearModel(trainGlobal(trained, lessonsOf(known), version), trained);
  const keptOut = lessonsOf(sources).filter(({ text }) => isKeptOut(text));
  const judged = keptOut.map(({ text, shares }) => {
    const [label] = shares.reduce((most, share) => (share[1] > most[1] ? share : most));
    return { label, probabilities: model.predict({ text, amount: 0, date: '2020-01-01' }) };
  });
  const rankOf = ({ label, probabilities }: (typeof judged)[number]) =>
    probabilities.filter((probability) => probability > (probabilities[label] ?? 0)).length;
  const within = (rank: number) =>
    judged.filter((each) => rankOf(each) < rank).length / judged.length;
  return {
    texts: judged.length,
    accuracy: within(1),
    top3: within(3),
    temperature: fitTemperature(judged),
  };
}
