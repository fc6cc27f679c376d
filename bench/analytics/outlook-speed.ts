/**
 * How long a forecast takes from asking a warm thread to having the answer, for a company of three years with some thousand invoices, and
 * how long it ever kept the process itself from turning: by the clock, which on a busy machine tells what others do, and by the most that the
 * process's own thread worked on any forecast from asking to answer, than which no stop of its doing is longer. Asked one at a time. First of a history that the thread never saw, then of one that it
 * knows, after something new happened each time: what a thread remembers is worth nothing in the former. The work is
 * that of all threads, the engine's own for compiling and collecting garbage too; on a busy machine it tells more than the time does. Needs no data.
 */
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { readQuestion } from '@finflow/analytics/forecast/forecast-question';
import type { ForecastTask } from '@finflow/analytics/forecast/worker/forecast-task';
import { openForecastThreads } from '@finflow/analytics/forecast/worker/forecast-threads';
import { printLine } from '../print.ts';
import { percentile } from '../statistics.ts';
import { cashFigures, companyBooks, happenings, today } from './company.ts';

/** The engine goes on optimizing for some eighty forecasts of a kind. */
const warmUps = 100;
const rounds = 60;
const horizons = { MONTH: 12, WEEK: 13, DAY: 28 } as const;

type Asked = { readonly target: 'CASH_FLOW' | 'REVENUE'; readonly grain: keyof typeof horizons };
const known = companyBooks(0);
const booksOf = {
  'a past never seen': (round: number) => companyBooks(round + 1),
  'an invoice or a payment more': (round: number) =>
    round % 2 === 0 ? happenings.invoice(known, round) : happenings.payment(known, round),
  'a bill more': (round: number) => happenings.bill(known, round),
} as const;

/** In milliseconds. */
const sumOf = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;
const inMs = (time: number): string => `${time.toFixed(1)} ms`;

const threads = openForecastThreads();
for (const grain of ['MONTH', 'WEEK', 'DAY'] as const) {
  for (const target of ['CASH_FLOW', 'REVENUE'] as const) {
    for (const [life, books] of Object.entries(booksOf))
      await measure({ target, grain }, life, books);
  }
}
await threads.close();

async function measure(
  asked: Asked,
  life: string,
  booksAt: (round: number) => ReturnType<typeof companyBooks>,
): Promise<void> {
  const tasks = Array.from({ length: warmUps + rounds }, (_, round) =>
    taskOf(asked, booksAt(round)),
  );
  for (const task of tasks.slice(0, warmUps)) await threads.outlookOf(task);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const cpu = process.cpuUsage();
  const times: number[] = [];
  const own: number[] = [];
  for (const task of tasks.slice(warmUps)) {
    const begun = performance.now();
    const before = process.threadCpuUsage();
    await threads.outlookOf(task);
    times.push(performance.now() - begun);
    own.push(sumOf(process.threadCpuUsage(before)));
  }
  delay.disable();
  const work = sumOf(process.cpuUsage(cpu)) / rounds;
  printLine(
    `${asked.target} by ${asked.grain}, ${life}: p50 ${inMs(percentile(times, 0.5))}, p95 ${inMs(percentile(times, 0.95))}; longest stop of the event loop ${inMs(delay.max / 1e6)} (p99 ${inMs(delay.percentile(99) / 1e6)}), the thread's own work at most ${inMs(Math.max(...own))}; all threads' work ${inMs(work)} each`,
  );
}

/** Of revenue, cash stands in for what it would be: the work is that of the series alone. */
function taskOf({ target, grain }: Asked, books: ReturnType<typeof companyBooks>): ForecastTask {
  return {
    question: readQuestion({ target, grain, horizon: horizons[grain] }),
    today,
    figures: cashFigures(books),
    books: target === 'CASH_FLOW' ? books : null,
  };
}
