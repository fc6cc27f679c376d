/**
 * How well the boosted trees of analytics tell bad loans and failing companies from good ones, beside scikit-learn's on the same
 * rows, columns and folds (credit-peers.py made those figures): `npx node bench/analytics/credit.ts FOLDER`; `--set "german"` for one set.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { printLine } from '../print.ts';
import type { BoostingOptions } from '@finflow/analytics/credit/boosting/boost';
import { shareOf } from '@finflow/analytics/credit/boosting/share-of';
import {
  type CreditSet,
  ourRatios,
  readCreditSets,
} from '@finflow/analytics/training/credit/credit-sets';
import { settings } from '@finflow/analytics/training/credit/settings';
import { crossValidate, type Quality } from '@finflow/analytics/training/credit/cross-validate';

type Peers = Record<string, Record<string, Quality | number>>;

/** Figures for comparison use scikit-learn's settings; those of the product's own kind are smaller steps on parts of the rows. */
const ways: Record<string, Partial<BoostingOptions>> = {
  'boosted trees, defaults': {},
  'boosted trees, small steps': {
    rounds: 400,
    learningRate: 0.03,
    maxLeaves: 8,
    rowShare: 0.7,
    l2: 5,
  },
};

const { positionals, values: chosen } = parseArgs({
  allowPositionals: true,
  options: { set: { type: 'string' } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('Which folder has the data?');
const sets = (await readCreditSets(folder)).filter(
  ({ name }) => chosen.set === undefined || name === chosen.set,
);
const peers: Peers = JSON.parse(
  await readFile(new URL('credit-peers.json', import.meta.url), 'utf8'),
);
for (const set of sets) {
  const bad = set.labels.reduce((sum, label) => sum + label, 0);
  printLine(`\n${set.name}: ${set.rows.length} rows, ${bad} bad`);
  const own = set.name === ourRatios ? { "the product's settings": settings } : {};
  for (const [name, options] of Object.entries({ ...ways, ...own })) {
    const begin = performance.now();
    const quality = crossValidate(set, options);
    printLine(line(name, quality, `${((performance.now() - begin) / 1000).toFixed(1)} s`));
  }
  if (set.name === 'german') {
    printLine(
      line('the same, labels shuffled', crossValidate(shuffled(set), {}), 'AUC must be by 0.5'),
    );
  }
  for (const [name, quality] of Object.entries(peers[set.name] ?? {})) {
    if (typeof quality === 'object') printLine(line(name, quality, ''));
  }
}

/** The same rows with the labels of others: whatever is scored on them comes from a leak. */
function shuffled({ labels, ...set }: CreditSet): CreditSet {
  const order = [...labels.keys()].toSorted((a, b) => shareOf(1, a) - shareOf(1, b));
  return { ...set, labels: order.map((row) => labels[row] ?? 0) };
}

function line(name: string, { auc, brier, ece }: Quality, time: string): string {
  return `${name.padEnd(28)} AUC ${auc.toFixed(3)}  Brier ${brier.toFixed(4)}  ECE ${ece.toFixed(3)}  ${time}`;
}
