import { describe, expect, it } from '@jest/globals';
import { standingQuestion } from '../src/forecast/forecast-question.ts';
import type { ForecastTask } from '../src/forecast/worker/forecast-task.ts';
import { packTask, unpackTask } from '../src/forecast/worker/packed-task.ts';

const task: ForecastTask = {
  question: standingQuestion,
  today: '2026-07-15',
  country: 'GB',
  figures: {
    days: [{ date: '2026-07-01', amountMinor: 2n ** 60n }],
    openingMinor: -5n,
    customers: [{ key: 'c1', amountMinor: 3n }],
    categories: [],
  },
  books: null,
};
const invoice = (id: string, paid: readonly bigint[]) => ({
  id,
  customerId: 'c1',
  issuedOn: '2026-05-01',
  dueOn: '2026-06-01',
  amountMinor: 900n,
  payments: paid.map((amountMinor) => ({ on: '2026-06-03', amountMinor })),
});
const books = {
  invoices: [
    invoice('unpaid', []),
    invoice('in parts', [100n, 200n]),
    { ...invoice('paid', [900n]), traits: ['on paper'] },
  ],
  entries: [{ id: 'e1', on: '2026-07-01', amountMinor: -400n, party: 'rent', category: '6000' }],
};

describe('a task handed to a thread', () => {
  it('arrives as it was, each payment with its invoice', () => {
    const full = { ...task, books };
    expect(unpackTask(structuredClone(packTask(full)))).toStrictEqual(full);
    expect(unpackTask(structuredClone(packTask(task)))).toStrictEqual(task);
  });

  it('is refused when a column lacks a row', () => {
    const packed = packTask({ ...task, books });
    const days = { ...packed.days, amountMinor: [] };
    expect(() => unpackTask({ ...packed, days })).toThrow('no row 0');
  });
});
