/**
 * How honest confidence stays as decisions come in: each purchase of a test part, in the order of their days, is suggested a category and then,
 * perhaps, told. The model stands still, as it was trained on the training part; memory and how sure it may be (recalibrate.ts) learn.
 *
 *   npx node bench/analytics/category-told.ts DATA_FOLDER [task | newcomers ...]
 *
 * `every label`: each is told afterwards, by the books. `queue`: as in the product, people are asked below the threshold of 0.9, and half of what
 * was taken wrongly is corrected later (at once, here); nobody confirms the rest, and neither teaches how sure to be.
 */
import { printLine } from '../print.ts';
import { newcomers } from './category-newcomer.ts';
import { trainOurs } from './category-runs.ts';
import { type Told, tellAll, ways } from './category-telling.ts';
import {
  crossings,
  embeddingWithout,
  readCrossing,
  readTrial,
  type Trial,
} from './category-trials.ts';
import { taskNames } from './task-names.ts';

const head = `| | accuracy | ECE | ECE, strangers | asked | taken and right | said 0.85 to 0.95, and right |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |`;

type Named = {
  readonly name: string;
  /** Whose bodies the embedding may not know. */
  readonly tasks: readonly string[];
  readonly trial: () => Trial;
};

const [folder = '', ...asked] = process.argv.slice(2);
if (folder === '') throw new Error('Which folder has the data?');

const alone: readonly Named[] = taskNames.map((name) => ({
  name,
  tasks: [name],
  trial: () => readTrial(folder, name),
}));
const crossed: readonly Named[] = crossings.map((crossing) => ({
  ...crossing,
  trial: () => readCrossing(folder, crossing),
}));

for (const { name, tasks, trial } of [...alone, ...crossed]) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const read = trial();
  const trained = trainOurs(read, embeddingWithout(folder, tasks));
  const said = read.test.map((example) => trained.model.predict(example));
  printLine(`\n${name}\n${head}`);
  for (const way of ways) printLine(row(way.name, tellAll({ ...read, ...trained, said }, way)));
}

if (asked.length === 0 || asked.includes('newcomers')) {
  printLine(`\nnewcomers\n${head}`);
  for (const { name, told } of newcomers(folder)) printLine(row(name, told));
}

function row(name: string, told: Told): string {
  const { accuracy, calibrationError, ofStrangers, askedShare, takenRight, nearNine } = told;
  const shares = [accuracy, calibrationError, ofStrangers, askedShare, takenRight, nearNine];
  return `| ${[name, ...shares.map((share) => share.toFixed(3))].join(' | ')} |`;
}
