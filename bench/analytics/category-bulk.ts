import { createCategorizer } from '@finflow/analytics/categorizing/categorizer';
import { globalModel } from '@finflow/analytics/categorizing/global-model';
import { createMemory } from '@finflow/analytics/categorizing/memory';
import { readTask } from '@finflow/analytics/training/categories/read-sources';
import { timed } from './category-runs.ts';

const bulk = 100_000;

/** 100,000 texts through the whole of it, with alternatives and reasons, on one core; memory knows every tenth of them. */
export function bulkLine(folder: string): string {
  const { train, test } = readTask(folder, 'birmingham-accounts');
  const purchases = [...train, ...test].slice(0, bulk);
  const model = globalModel();
  const memory = createMemory(model.categories);
  const { categorize } = createCategorizer({ globalModel: model, memory });
  purchases.forEach(({ text, amount, date }, i) => {
    if (i % 10 > 0) return;
    memory.learn({
      text,
      amount,
      date,
      category: 'EQUIPMENT',
      decidedOn: date,
      decidedBy: 'BOOKS',
    });
  });
  const begin = performance.now();
  const [, seconds] = timed(() => {
    for (const { text, amount, date } of purchases) {
      const amountMinor = BigInt(Math.round(Math.abs(amount) * 100));
      categorize({
        text,
        amountMinor,
        currency: 'GBP',
        date,
        direction: amount < 0 ? 'IN' : 'OUT',
      });
    }
  });
  const wall = (performance.now() - begin) / 1000;
  return `${purchases.length} texts: ${seconds.toFixed(1)} s of one core, ${wall.toFixed(1)} s by the clock`;
}
