import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@finflow/shared/clock';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { newId } from '@finflow/shared/ids';
import { addMonths } from '@finflow/shared/local-date';
import { answerForecast, makeForecast } from '../src/forecast/forecast.service.ts';
import { type ForecastQuestion, readQuestion } from '../src/forecast/forecast-question.ts';
import type { ForecastTask } from '../src/forecast/worker/forecast-task.ts';
import { WorkerFault } from '../src/threads/task-server.ts';
import { forecastRecord } from '../src/forecast/forecast-record.service.ts';
import { clock, eventsOf } from './support/events.ts';
import { hear } from './support/hear.ts';
import { sameThread } from './support/same-thread.ts';
import { openTestDatabase } from './support/test-database.ts';

let room: Awaited<ReturnType<typeof openTestDatabase>>;
const id = newId();
const write = eventsOf(id);
const open = newId();

/** A year of rent on the first of each month, of sales paid at once, and one open invoice. */
beforeAll(async () => {
  room = await openTestDatabase();
  const months = Array.from({ length: 13 }, (_, index) => addMonths('2026-07-01', index - 12));
  await hear(room.database, [
    write.created(),
    ...months.map((month) => write.posted(month, 'Dr 6000 70000', 'Cr 1000 70000')),
    ...months.map((month) => write.posted(month, 'Dr 1000 200000', 'Cr 4000 200000')),
    write.invoiced(open, '500000', '2026-07-30'),
  ]);
});
afterAll(() => room.close());

async function ask(question: Partial<Parameters<typeof readQuestion>[0]> = {}) {
  const asked: ForecastQuestion = readQuestion({ horizon: 3, ...question });
  const made = await inOrganization(id, () =>
    answerForecast(room.database.em.fork(), asked, { clock, threads: sameThread }),
  );
  if (!made) throw new Error('There is a past to go by');
  return made.outlook;
}

const total = (texts: readonly string[]): bigint =>
  texts.reduce((sum, text) => sum + BigInt(text), 0n);

describe('cash to come', () => {
  it('knows the rent and the open invoice, and adds up exactly', async () => {
    const { current, points, categories, customers, history } = await ask();
    const all = [...(current ? [current] : []), ...points];
    for (const { flow, known, expected } of all) {
      expect(BigInt(known) + BigInt(expected)).toBe(BigInt(flow));
    }
    const rent = categories.find(({ key }) => key === '6000');
    expect(BigInt(rent?.known ?? 0)).toBe(-210_000n);
    expect(BigInt(customers[0]?.known ?? 0)).toBeGreaterThan(0n);
    const cash = BigInt(history.at(-1)?.value ?? 0);
    expect(cash).toBe(13n * 130_000n);
    expect(BigInt(points.at(-1)?.median ?? 0)).toBeGreaterThan(cash);
  });

  it.each(['WEEK', 'MONTH'] as const)(
    'names who and what for, so that by %s all adds up to the whole, also after a quiet time',
    async (grain) => {
      const quiet = newId();
      const told = eventsOf(quiet);
      const ofMonths = Array.from({ length: 8 }, (_, index) => addMonths('2025-08-01', index));
      await hear(room.database, [
        told.created(),
        ...ofMonths.flatMap((month, index) => [
          told.posted(month, 'Dr 1000 90000', 'Cr 4000 90000'),
          told.posted(
            month,
            `Dr 6000 ${20_000 + index * 9_000}`,
            `Cr 1000 ${20_000 + index * 9_000}`,
          ),
        ]),
      ]);
      const made = await inOrganization(quiet, () =>
        answerForecast(room.database.em.fork(), readQuestion({ grain, horizon: 12 }), {
          clock,
          threads: sameThread,
        }),
      );
      if (!made) throw new Error('There is a past to go by');
      const { current, points, customers, categories } = made.outlook;
      const periods = [...(current ? [current] : []), ...points];
      for (const part of ['known', 'expected'] as const) {
        const named = total([...customers, ...categories].map((one) => one[part]));
        expect(named).toBe(total(periods.map((period) => period[part])));
      }
      expect(total(periods.map(({ flow }) => flow))).not.toBe(0n);
    },
  );

  it('names eight accounts and puts the others with what has none, however much that is', async () => {
    const company = newId();
    const books = eventsOf(company);
    await hear(room.database, [
      books.created(),
      books.posted('2026-07-01', 'Dr 1000 90000', 'Cr 3000 90000'),
    ]);
    const coded = Array.from({ length: 9 }, (_, place) => ({
      once: { amountMinor: BigInt((place + 1) * 100), on: '2026-07-20', code: `600${place + 1}` },
    }));
    const uncoded = { once: { amountMinor: -5000n, on: '2026-07-20' } };
    const made = await inOrganization(company, () =>
      answerForecast(room.database.em.fork(), readQuestion({ scenario: [...coded, uncoded] }), {
        clock,
        threads: sameThread,
      }),
    );
    const known = made?.outlook.categories.map((part) => [part.key, part.known]);
    expect(known).toEqual([
      ...[9, 8, 7, 6, 5, 4, 3, 2].map((place) => [`600${place}`, String(place * 100)]),
      [null, '-4900'],
    ]);
  });

  it('says what a scenario does, and does it', async () => {
    const plain = await ask();
    const hire = { everyMonth: { amountMinor: -100_000n, from: '2026-08-25' } };
    const windfall = { once: { amountMinor: 30_000n, on: '2026-08-02' } };
    const changed = await ask({ scenario: [hire, windfall] });
    expect(changed.effects).toEqual(['-300000', '30000']);
    expect(total(changed.points.map(({ known }) => known))).toBe(
      total(plain.points.map(({ known }) => known)) - 270_000n,
    );
    expect(plain.effects).toEqual([]);
  });

  it.each([
    ['once.on', { once: { amountMinor: 1n, on: '2026-07-15' } }],
    ['everyMonth.from', { everyMonth: { amountMinor: 1n, from: '2026-06-30' } }],
  ])('refuses a day that the books know already: %s', async (field, change) => {
    await expect(ask({ scenario: [change] })).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
      message: `${field} must be a day to come, after 2026-07-15.`,
    });
  });

  it('counts on no cash of a customer that is lost with what it owes', async () => {
    const { customers } = await ask();
    const customerId = customers[0]?.key ?? '';
    const lost = await ask({
      scenario: [{ lostCustomer: { customerId, openInvoicesLost: true } }],
    });
    expect(lost.customers).toEqual([]);
    expect(BigInt(lost.effects[0] ?? 0)).toBeLessThan(0n);
  });

  it('says nothing of an organization that has no past', async () => {
    const other = newId();
    await hear(room.database, [eventsOf(other).created()]);
    const made = await inOrganization(other, () =>
      answerForecast(room.database.em.fork(), readQuestion({}), { clock, threads: sameThread }),
    );
    expect(made).toBeNull();
  });
});

describe('a stored forecast', () => {
  const store = (threads = sameThread) =>
    inOrganization(id, () => makeForecast(room.database.em.fork(), clock, threads));
  const waits = () =>
    inOrganization(id, () =>
      room.database.em
        .fork()
        .execute('select first_change_at = last_change_at as anew from forecast_request'),
    );

  it('falls back on the simple rule when the threads fail', async () => {
    const broken = { ...sameThread, outlookOf: () => Promise.reject(new WorkerFault('DIED')) };
    const forecast = await store(broken);
    expect(forecast?.method).toBe('SEASONAL_BASELINE');
    expect(forecast?.outlook.points).toHaveLength(6);
    const last = forecast?.outlook.points.at(-1)?.intervals ?? [];
    const [half = 0, most = 0, nearlyAll = 0] = last.map(({ low, high }) => +high - +low);
    // As the quantiles of a normal distribution: 0.674, 1.282 and 1.960.
    expect(half / most).toBeCloseTo(0.526, 2);
    expect(nearlyAll / most).toBeCloseTo(1.529, 2);
    expect(await waits()).toEqual([]);
  });

  it('leaves what changed meanwhile to the next one', async () => {
    await hear(room.database, [write.posted('2026-07-02', 'Dr 1000 1', 'Cr 4000 1')]);
    const slow = {
      ...sameThread,
      outlookOf: async (task: ForecastTask) => {
        await hear(room.database, [write.posted('2026-07-03', 'Dr 1000 1', 'Cr 4000 1')]);
        return sameThread.outlookOf(task);
      },
    };
    expect((await store(slow))?.method).toBe('KNOWN_AND_ENSEMBLE');
    expect(await waits()).toEqual([{ anew: true }]);
    expect(await store()).not.toBeNull();
    expect(await waits()).toEqual([]);
    expect(await store()).toBeNull();
  });

  it('is made once when two processes answer the same request', async () => {
    await hear(room.database, [write.posted('2026-07-04', 'Dr 1000 1', 'Cr 4000 1')]);
    const both = await Promise.all([store(), store()]);
    expect(both.filter((forecast) => forecast !== null)).toHaveLength(1);
  });
});

describe('the record of the cash forecast', () => {
  it('compares what was published a month ago with what came', async () => {
    const company = newId();
    const books = eventsOf(company);
    const months = Array.from({ length: 14 }, (_, index) => addMonths('2026-07-01', index - 13));
    const clockOf = fixedClock('2026-06-30T20:00:00Z');
    await hear(room.database, [
      books.created(),
      ...months.map((month) => books.posted(month, 'Dr 1000 1000', 'Cr 4000 1000')),
    ]);
    const inside = <T>(work: (em: typeof room.database.em) => Promise<T>) =>
      inOrganization(company, () => work(room.database.em.fork()));
    await inside((em) => makeForecast(em, clockOf, sameThread));
    const now = await inside((em) =>
      answerForecast(em, readQuestion({}), {
        clock: fixedClock('2026-08-02T08:00:00Z'),
        threads: sameThread,
      }),
    );
    if (!now) throw new Error('There is a past to go by');
    const record = await inside((em) => forecastRecord(em, now.outlook, sameThread));
    expect(record?.forecasts[0]).toMatchObject({
      asOf: '2026-06-30',
      end: '2026-07-31',
      actual: '14000',
      wasPublished: true,
    });
    expect(record?.forecasts.slice(1).some(({ wasPublished }) => wasPublished)).toBe(false);
  });

  it('keeps the last forecast of each month, beside the newest fifty', async () => {
    const company = newId();
    await hear(room.database, [
      eventsOf(company).created(),
      eventsOf(company).posted('2026-01-01', 'Dr 1000 1000', 'Cr 4000 1000'),
    ]);
    const made = (em: typeof room.database.em, madeAt: string) =>
      em.execute(
        `insert into forecast (id, organization_id, method, currency, made_at, outlook)
         values (?, ?, 'ENSEMBLE', 'EUR', ?, json_build_object('asOf', ?::text))`,
        [newId(), company, madeAt, madeAt],
      );
    const days = ['2026-03-05', '2026-03-06', '2026-04-01', '2026-04-02'];
    const newest = Array.from({ length: 49 }, () => '2026-07-14');
    await inOrganization(company, async () => {
      const em = room.database.em.fork();
      for (const day of [...days, ...newest]) await made(em, day);
      await makeForecast(em, clock, sameThread);
      const kept = await em.execute<{ day: string }[]>(
        `select distinct made_at::date::text as day from forecast order by 1`,
      );
      expect(kept.map(({ day }) => day)).toEqual([
        '2026-03-06',
        '2026-04-02',
        '2026-07-14',
        '2026-07-15',
      ]);
      expect(await em.execute('select 1 from forecast')).toHaveLength(52);
    });
  });
});
