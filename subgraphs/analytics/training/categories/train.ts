/**
 * Trains the global model of categories:
 *
 *   npx node subgraphs/analytics/training/categories/train.ts DATA_FOLDER
 *
 * writes models/categories/embedding.bin, global.bin and confidence.json, beside words.bin (make-words.ts), and prints what the card
 * says of them. A twentieth of the texts and of the brands (make-brands.ts), by their hash, is kept out of the model that is measured and
 * calibrated, and taken in again for the one that is written.
 */
import { writeFileSync } from 'node:fs';
import { doubtUnfamiliar } from '../../src/categorizing/doubt-unfamiliar.ts';
import { globalWords } from '../../src/categorizing/global-model.ts';
import { hashText } from '../../src/categorizing/hash.ts';
import { linearModel } from '../../src/categorizing/linear-model.ts';
import { encodeEmbedding, encodeModel } from '../../src/categorizing/model-file.ts';
import { brandTexts } from './brands.ts';
import { calibrateGeneral, type KeptOut } from './calibrate-general.ts';
import { calibrationError } from './calibration-error.ts';
import { hitRates, judge, predict, toKeptOut } from './judge-general.ts';
import { madeUpNames } from './made-up-names.ts';
import { codes, readSources } from './sources.ts';
import { trainEmbedding } from './train-embedding.ts';
import { generalLessons, lessonsOf, trainGlobal } from './train-global.ts';

const version = 'global-4';
/** Organizations' own models stand on the embedding: one of another version has to be trained anew. */
const embeddingVersion = 'global-3';
const folder = process.argv[2];
if (!folder) throw new RangeError('Say where the data is: train.ts DATA_FOLDER');

const sources = readSources(folder);
const words = globalWords();
const isKeptOut = (text: string): boolean => hashText('kept-out', text) % 20 === 0;
const shown = sources.map((source) => ({
  ...source,
  texts: source.texts.filter(({ text }) => !isKeptOut(text)),
}));
const lessons = generalLessons(sources);
const measured = measure();
process.stdout.write(`${JSON.stringify(measured)}\n`);
const embedding = trainEmbedding({ sources, words, version: embeddingVersion });
const parts = trainGlobal(embedding, lessons, version);
const out = new URL('../../models/categories/', import.meta.url);
writeFileSync(new URL('embedding.bin', out), encodeEmbedding(embedding));
const { temperature, confidence } = measured.calibration;
writeFileSync(new URL('global.bin', out), encodeModel({ ...parts, temperature }));
writeFileSync(new URL('confidence.json', out), `${JSON.stringify(confidence, null, 2)}\n`);

function measure() {
  const trained = trainEmbedding({ sources: shown, words, version: embeddingVersion });
  const known = lessons.filter(({ text }) => !isKeptOut(text));
  const learned = trainGlobal(trained, known, version);
  const [texts, brands] = [lessonsOf(sources), brandTexts(codes)].map((all) =>
    all.filter(({ text }) => isKeptOut(text)).map(toKeptOut),
  );
  const keptOut = [...(texts ?? []), ...(brands ?? [])];
  const calibrated = (fittedOn: readonly KeptOut[]) => {
    const calibration = calibrateGeneral(learned, trained, fittedOn);
    const model = linearModel({ ...learned, temperature: calibration.temperature }, trained);
    return { calibration, model: doubtUnfamiliar(model, trained, calibration.confidence) };
  };
  const { calibration, model } = calibrated(keptOut);
  const halves = [0, 1].map((half) => keptOut.filter((_, place) => place % 2 === half));
  const [one = [], other = []] = halves;
  const judgedByOther = [
    ...judge(calibrated(one).model, other),
    ...judge(calibrated(other).model, one),
  ];
  const sureOfNames = madeUpNames(1_000, 99)
    .map((name) => Math.max(...predict(model, name)))
    .toSorted((a, b) => a - b);
  return {
    texts: hitRates(judge(model, texts ?? [])),
    brands: hitRates(judge(model, brands ?? [])),
    calibrationError: calibrationError(judgedByOther),
    sureOfMadeUpNames: { median: sureOfNames[500], mostOf95Percent: sureOfNames[950] },
    calibration,
  };
}
