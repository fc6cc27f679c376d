/**
 * Trains the global model of categories:
 *
 *   npx node subgraphs/analytics/training/categories/train.ts DATA_FOLDER
 *
 * writes models/categories/embedding.bin, global.bin and confidence.json, beside words.bin (make-words.ts), and prints what the card
 * says of them. A twentieth of the texts, by their hash, is kept out of the model that is measured and calibrated, and taken in again
 * for the one that is written.
 */
import { writeFileSync } from 'node:fs';
import { doubtUnfamiliar } from '../../src/categorizing/doubt-unfamiliar.ts';
import { globalWords } from '../../src/categorizing/global-model.ts';
import { hashText } from '../../src/categorizing/hash.ts';
import { linearModel } from '../../src/categorizing/linear-model.ts';
import { encodeEmbedding, encodeModel } from '../../src/categorizing/model-file.ts';
import { calibrateGeneral, type KeptOut } from './calibrate-general.ts';
import { madeUpNames } from './made-up-names.ts';
import { readSources, type Source } from './sources.ts';
import { trainEmbedding } from './train-embedding.ts';
import { lessonsOf, trainGlobal } from './train-global.ts';

const version = 'global-3';
const folder = process.argv[2];
if (!folder) throw new RangeError('Say where the data is: train.ts DATA_FOLDER');

const sources = readSources(folder);
const words = globalWords();
const isKeptOut = (text: string): boolean => hashText('kept-out', text) % 20 === 0;
const shown = sources.map((source) => ({
  ...source,
  texts: source.texts.filter(({ text }) => !isKeptOut(text)),
}));
const measured = measure(shown);
process.stdout.write(`${JSON.stringify(measured)}\n`);
const embedding = trainEmbedding({ sources, words, version });
const parts = trainGlobal(embedding, lessonsOf(sources), version);
const out = new URL('../../models/categories/', import.meta.url);
writeFileSync(new URL('embedding.bin', out), encodeEmbedding(embedding));
const { temperature, confidence } = measured.calibration;
writeFileSync(new URL('global.bin', out), encodeModel({ ...parts, temperature }));
writeFileSync(new URL('confidence.json', out), `${JSON.stringify(confidence, null, 2)}\n`);

function measure(known: readonly Source[]) {
  const trained = trainEmbedding({ sources: known, words, version });
  const learned = trainGlobal(trained, lessonsOf(known), version);
  const keptOut = lessonsOf(sources)
    .filter(({ text }) => isKeptOut(text))
    .map(({ text, shares }): KeptOut => {
      const [label] = shares.reduce((most, share) => (share[1] > most[1] ? share : most));
      return { text, label };
    });
  const calibration = calibrateGeneral(learned, trained, keptOut);
  const { temperature, confidence } = calibration;
  const model = doubtUnfamiliar(
    linearModel({ ...learned, temperature }, trained),
    trained,
    confidence,
  );
  const predict = (text: string) => model.predict({ text, amount: 0, date: '2020-01-01' });
  const ranks = keptOut.map(({ text, label }) => {
    const probabilities = predict(text);
    return probabilities.filter((probability) => probability > (probabilities[label] ?? 0)).length;
  });
  const within = (rank: number) => ranks.filter((each) => each < rank).length / ranks.length;
  const sureOfNames = madeUpNames(1_000, 99)
    .map((name) => Math.max(...predict(name)))
    .toSorted((a, b) => a - b);
  return {
    texts: keptOut.length,
    accuracy: within(1),
    top3: within(3),
    sureOfMadeUpNames: { median: sureOfNames[500], mostOf95Percent: sureOfNames[950] },
    calibration,
  };
}
