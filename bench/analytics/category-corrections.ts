import { createCategorizer } from '@finflow/analytics/categorizing/categorizer';
import { linearModel } from '@finflow/analytics/categorizing/linear-model';
import { createMemory, type Decision } from '@finflow/analytics/categorizing/memory';
import type { MemorySettings } from '@finflow/analytics/categorizing/memory-settings';
import { decodeModel } from '@finflow/analytics/categorizing/model-file';
import { type Answer, mostAnswers, recalibrate } from '@finflow/analytics/categorizing/recalibrate';
import type { Example } from '@finflow/analytics/categorizing/soft-labels';
import { isConfident, type Suggestion } from '@finflow/analytics/categorizing/suggestion';
import type { TextModel } from '@finflow/analytics/categorizing/text-model';
import { defaultThreshold } from '@finflow/analytics/categories/category-settings.entity';
import { type General, trainModel } from '@finflow/analytics/categories/model/train-model';
import { fewestDecisions, newDecisions } from '@finflow/analytics/categories/model/when-due';
import { readTask } from '@finflow/analytics/training/categories/read-sources';
import { byDate } from './by-date.ts';
import { generalWithout, inOurs } from './category-trials.ts';

export const organizations = ['harrogate-accounts', 'london-accounts', 'calderdale-by-time'];
const counts = [0, 10, 100, 1_000];

type Order = {
  readonly name: string;
  /** Whether a person says something about a purchase with such a suggestion. */
  readonly isDecided: (suggestion: Suggestion, category: string) => boolean;
};

/** The two ways to k decisions: mistakes that somebody corrects, and what the review queue asks for, right or wrong. */
const orders: readonly Order[] = [
  { name: 'mistakes corrected', isDecided: ({ category }, right) => category !== right },
  { name: 'queue answered', isDecided: (suggestion) => !isConfident(suggestion, defaultThreshold) },
];

/**
 * A new organization with nothing but the global model, trained without it. On the last day of the training part a person goes through its
 * purchases, the newest first, as the review queue shows them, and decides up to k; each decision counts for the next suggestion, and the own
 * model is trained when the product would. Then the test part, which is all later, is categorized without further decisions.
 */
export function correctionCurve(folder: string): string {
  const rows = organizations.flatMap((name) => {
    const { train, test } = readTask(folder, name);
    const general = generalWithout(folder, name);
    const past = inOurs(train).toSorted((a, b) => byDate(b, a));
    return orders.map((order) => {
      const reached = accuracies(general, { past, test: inOurs(test), order });
      return `| ${[name, order.name, ...reached.map((value) => value.toFixed(3))].join(' | ')} |`;
    });
  });
  return [
    `| | decisions | ${counts.join(' | ')} |`,
    '| --- | --- | ---: | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}

type Course = {
  /** The newest first. */
  readonly past: readonly Example[];
  readonly test: readonly Example[];
  readonly order: Order;
};

function accuracies(general: General, { past, test, order }: Course): number[] {
  const organization = openOrganization(general);
  const purchases = past.values();
  const decidedOn = past[0]?.date ?? '';
  return counts.map((count) => {
    while (organization.decisionCount() < count) {
      const { value: example, done } = purchases.next();
      if (done) break;
      if (!order.isDecided(organization.suggest(example), example.category)) continue;
      organization.decide({ ...example, decidedOn, decidedBy: 'PERSON' });
    }
    const right = test.filter((each) => organization.suggest(each).category === each.category);
    return right.length / test.length;
  });
}

/** What an organization has in the product: its decisions, a memory of them, and from 200 on a model of its own, trained anew every 50. */
export function openOrganization(general: General, { recalibrates = false } = {}) {
  const decisions: Decision[] = [];
  const answers: Answer[] = [];
  const { categories } = general.model;
  let memory = createMemory(categories);
  let own: { readonly tenantModel?: TextModel } = {};
  let categorizer = createCategorizer({ globalModel: general.model, memory });
  let trainedAt = 0;

  const renew = (): void => {
    const recalibration = recalibrate(answers.slice(-mostAnswers));
    const parts = { globalModel: general.model, memory, ...own };
    categorizer = createCategorizer(recalibrates ? { ...parts, recalibration } : parts);
  };
  const use = (tenantModel: TextModel, settings: MemorySettings): void => {
    memory = createMemory(categories, settings);
    decisions.forEach(memory.learn);
    own = { tenantModel };
    renew();
  };
  const trainWhenDue = (): void => {
    const count = decisions.length;
    if (count < fewestDecisions || count < trainedAt + newDecisions) return;
    trainedAt = count;
    const { trained } = trainModel({ decisions, version: `own-${count}` }, general);
    if (!trained) return;
    use(linearModel(decodeModel(trained.weights), general.embedding), trained.memory);
  };
  return {
    decisionCount: () => decisions.length,
    /** What somebody said who was asked. */
    answer: (answer: Answer): void => {
      answers.push(answer);
      if (recalibrates) renew();
    },
    suggest: ({ text, amount, date }: Example): Suggestion =>
      categorizer.categorize({
        text,
        amountMinor: BigInt(Math.round(Math.abs(amount) * 100)),
        currency: 'GBP',
        date,
        direction: amount < 0 ? 'IN' : 'OUT',
      }),
    decide: (decision: Decision): void => {
      decisions.push(decision);
      memory.learn(decision);
      trainWhenDue();
    },
  };
}
