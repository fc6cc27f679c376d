/**
 * How long a cash forecast takes from asking a thread to having the answer, the thread warm, for a company of three years with
 * some thousand invoices; and how long it ever kept the process itself from turning. Asked one at a time. The work is
 * that of all threads, the engine's own for compiling and collecting garbage too; on a busy machine it tells more than the time does. Needs no data.
 */
import { printLine } from '../print.ts';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { addDays, addMonths } from '@finflow/shared/local-date';
import { readQuestion } from '@finflow/analytics/forecast/forecast-question';
import type { ForecastTask } from '@finflow/analytics/forecast/worker/forecast-task';
import { openForecastThreads } from '@finflow/analytics/forecast/worker/forecast-threads';
import { percentile } from '../statistics.ts';

const today = '2026-07-15';
const months = 36;
const customers = 25;
/** The engine goes on optimizing for some thirty forecasts of a kind. */
const warmUps = 40;
const rounds = 60;

/** Rent, wages and purchases, and invoices that are paid some weeks late; the newest are open. */
function company(): Pick<ForecastTask, 'figures' | 'books'> {
  const costs = Array.from({ length: months }, (_, index) =>
    addMonths(today, index - months),
  ).flatMap((month, index) => [
    { on: month, party: '6000 rent', category: '6000', amountMinor: -150_000n },
    { on: addDays(month, 24), party: '6100 wages', category: '6100', amountMinor: -900_000n },
    ...[4, 11, 18].map((day) => ({
      on: addDays(month, day),
      party: '5000 goods',
      category: '5000',
      amountMinor: -BigInt(100_000 + ((index * 37 + day * 991) % 60_000)),
    })),
  ]);
  const entries = costs.map((cost, index) => ({ id: String(index), ...cost }));
  const invoices = Array.from({ length: months * 28 }, (_, index) => {
    const issuedOn = addDays(today, -Math.floor(((months * 28 - index) * 30.4) / 28));
    const amountMinor = BigInt(50_000 + ((index * 7919) % 90_000));
    const paidOn = addDays(issuedOn, 30 + ((index * 31) % 25));
    return {
      id: `i${index}`,
      customerId: `c${index % customers}`,
      issuedOn,
      dueOn: addDays(issuedOn, 30),
      amountMinor,
      payments: paidOn <= today ? [{ on: paidOn, amountMinor }] : [],
    };
  });
  const receipts = invoices.flatMap(({ payments }) => payments);
  const days = Map.groupBy([...entries, ...receipts], ({ on }) => on);
  const figures = {
    days: [...days]
      .map(([date, moved]) => ({
        date,
        amountMinor: moved.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
      }))
      .toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    openingMinor: 5_000_000n,
    customers: [],
    categories: [],
  };
  return { figures, books: { invoices, entries } };
}

const threads = openForecastThreads();
const { figures, books } = company();
for (const [grain, horizon] of [
  ['MONTH', 12],
  ['WEEK', 13],
  ['DAY', 28],
] as const) {
  for (const target of ['CASH_FLOW', 'REVENUE'] as const) {
    const question = readQuestion({ target, grain, horizon });
    const task = { question, today, figures, books: target === 'CASH_FLOW' ? books : null };
    for (let round = 0; round < warmUps; round += 1) await threads.outlookOf(task);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const cpu = process.cpuUsage();
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const begun = performance.now();
      await threads.outlookOf(task);
      times.push(performance.now() - begun);
    }
    delay.disable();
    const { user, system } = process.cpuUsage(cpu);
    printLine(
      `${target} by ${grain}: p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms; longest stop of the event loop ${(delay.max / 1e6).toFixed(1)} ms (p99 ${(delay.percentile(99) / 1e6).toFixed(1)}); all threads' work ${((user + system) / 1000 / rounds).toFixed(1)} ms each`,
    );
  }
}
await threads.close();
