import { afterAll, describe, expect, it } from '@jest/globals';
import { classicalMembers } from '../src/forecasting/forecast-series.ts';
import { forecastersOf } from '../src/forecasting/forecasters.ts';
import { loadNeuralMember } from '../src/forecasting/neural/neural-member.ts';
import { addMonths } from '@finflow/shared/local-date';
import type { ForecastTask } from '../src/forecast/worker/forecast-task.ts';
import { openForecastThreads } from '../src/forecast/worker/forecast-threads.ts';
import { standingQuestion } from '../src/forecast/forecast-question.ts';
import { outlookOf } from '../src/forecast/outlook-of.ts';

const threads = openForecastThreads();
afterAll(() => threads.close());

const task: ForecastTask = {
  question: standingQuestion,
  today: '2026-07-15',
  figures: {
    days: Array.from({ length: 36 }, (_, index) => ({
      date: addMonths('2026-07-01', index - 35),
      amountMinor: BigInt(500_000 + 10_000 * (index % 12)),
    })),
    openingMinor: 0n,
    customers: [],
    categories: [],
  },
  books: { invoices: [], entries: [] },
};

describe('forecasts in threads', () => {
  it('are the same as on the main thread, by all methods', async () => {
    const members = [...classicalMembers, await loadNeuralMember()];
    expect(await threads.outlookOf(task)).toEqual(outlookOf(task, forecastersOf(members)));
  });

  it('also say what they would have said in the past', async () => {
    expect(await threads.pastForecasts(task)).toHaveLength(6);
  });

  it('leave the event loop turning while they are made', async () => {
    let turns = 0;
    let isOver = false;
    const turn = () => {
      turns += 1;
      if (!isOver) setImmediate(turn);
    };
    setImmediate(turn);
    const made = Array.from({ length: 20 }, () => threads.outlookOf(task));
    const before = turns;
    await Promise.all(made);
    isOver = true;
    // On the main thread the twenty would be made in at most one turn each.
    expect(turns - before).toBeGreaterThan(40);
  });
});
