/**
 * How well categories are suggested, beside logistic regression in the same run and scikit-learn's models on the same rows and splits
 * (category-peers.py and category-peers.ts made those figures):
 *
 *   npx node bench/analytics/categories.ts DATA_FOLDER [task ...]
 *
 * Each task was split by time, or by merchant, by whoever made it. The embedding that ours stands on is trained for each task anew, on
 * the other bodies only. Then: one organization's model on another's purchases, what corrections bring an organization that has
 * nothing else, labels shuffled, 100,000 texts in bulk, and how often words are named as reasons. Seconds are of the processor in user mode.
 */
import { printLine } from '../print.ts';
import { bulkLine } from './category-bulk.ts';
import { correctionCurve } from './category-corrections.ts';
import { crossOrganizations } from './category-cross.ts';
import { type PeerLine, peersOf } from './category-peers.ts';
import { type Line, runCategorizer, runLogistic, timed } from './category-runs.ts';
import { embeddingWithout, readTrial } from './category-trials.ts';
import { reasonShares } from './category-reasons.ts';
import { shuffledLine } from './category-shuffled.ts';
import { taskNames } from './task-names.ts';

const parts = ['cross', 'corrections', 'shuffled', 'bulk', 'reasons'];

const head = `| | accuracy | macro-F1 | top-3 | unseen merchants | ECE | ECE of merchants | training s | µs each |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |`;

const [folder, ...named] = process.argv.slice(2);
if (folder === undefined) throw new Error('Which folder has the data?');
const isAsked = (name: string): boolean => named.length === 0 || named.includes(name);

for (const name of taskNames.filter(isAsked)) {
  const trial = readTrial(folder, name);
  const [embedding, seconds] = timed(() => embeddingWithout(folder, [name]));
  printLine(
    `\n${name}: ${trial.train.length} to train, ${trial.test.length} to test, ${trial.categories.length} categories`,
  );
  printLine(`embedding of the others: ${seconds.toFixed(0)} s`);
  printLine(head);
  for (const line of [...peersOf(name), runLogistic(trial), ...runCategorizer(trial, embedding)])
    printLine(row(line));
}
for (const part of parts.filter(isAsked)) {
  printLine(`\n${part}`);
  if (part === 'cross')
    crossOrganizations(folder).forEach(({ name, lines }) =>
      printLine([name, head, ...lines.map(row)].join('\n')),
    );
  if (part === 'corrections') printLine(correctionCurve(folder));
  if (part === 'shuffled') printLine(shuffledLine(readTrial(folder, 'harrogate-accounts')));
  if (part === 'bulk') printLine(bulkLine(folder));
  if (part === 'reasons') printLine(reasonShares(folder));
}

function row({ name, ...line }: Line | PeerLine): string {
  const errors = [line.calibrationError, line.calibrationErrorOfMerchants];
  const shares = [line.accuracy, line.macroF1, line.top3, line.unseen, ...errors].map(
    (value) => value?.toFixed(4) ?? '-',
  );
  const times = [line.trainingSeconds.toFixed(1), line.microsecondsEach.toFixed(0)];
  return `| ${[name, ...shares, ...times].join(' | ')} |`;
}
