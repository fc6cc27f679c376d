import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { newId } from '@finflow/shared/ids';
import { addDays } from '@finflow/shared/local-date';
import { answerForecast, makeForecast } from '../src/forecast/forecast.service.ts';
import { readQuestion } from '../src/forecast/forecast-question.ts';
import { outlookOf } from '../src/forecast/outlook-of.ts';
import { pastForecasts } from '../src/forecast/past-forecasts.ts';
import { forecastRecord } from '../src/forecast/forecast-record.service.ts';
import type { ForecastTask } from '../src/forecast/worker/forecast-task.ts';
import { analog } from '../src/forecasting/analog.ts';
import { forecastersOf } from '../src/forecasting/forecasters.ts';
import { holidaysOf, weekdayOf } from '../src/forecasting/calendar/holidays.ts';
import type { Member } from '../src/forecasting/series.ts';
import { clock, eventsOf } from './support/events.ts';
import { hear } from './support/hear.ts';
import { sameThread } from './support/same-thread.ts';
import { openTestDatabase } from './support/test-database.ts';

/** The evening before the German Unity Day of 2025, a Friday, on which other countries work. */
const today = '2025-10-02';
const unityDay = '2025-10-03';

/** Two years of a shop that is closed on Sundays and on German holidays. */
const days = Array.from({ length: 730 }, (_, day) => addDays(today, day - 729))
  .filter((date) => weekdayOf(date) !== 0 && !germanHolidays(date).has(date))
  .map((date, day) => ({ date, amountMinor: 100_000n + BigInt((day * 37) % 5000) }));

function germanHolidays(date: string): ReadonlySet<string> {
  return holidaysOf(Number(date.slice(0, 4)), 'DE');
}

const task: ForecastTask = {
  question: readQuestion({ target: 'REVENUE', grain: 'DAY', horizon: 2 }),
  today,
  figures: { days, openingMinor: 0n, customers: [], categories: [] },
  books: null,
};

describe('the holidays of a forecast', () => {
  it('are those of the country: a shop that is closed then takes nothing', () => {
    const takings = (country?: string) =>
      outlookOf({ ...task, country }, forecastersOf([analog])).points[0];
    expect(takings('DE')).toMatchObject({ start: unityDay, median: '0' });
    expect(BigInt(takings('GB')?.median ?? 0)).toBeGreaterThan(90_000n);
    expect(BigInt(takings()?.median ?? 0)).toBeGreaterThan(90_000n);
  });

  it('are told to every method, for cash and for forecasts of the past too', () => {
    const told: (string | undefined)[] = [];
    const listener: Member = {
      name: 'LISTENER',
      forecast: ({ country }, horizon) => {
        told.push(country);
        return Array.from({ length: horizon }, () => 0);
      },
    };
    const entries = days.map(({ date: on, amountMinor }, place) => {
      return { id: on, on, amountMinor, party: `party ${place}`, category: '4000' };
    });
    const question = { ...task.question, target: 'CASH_FLOW' as const };
    outlookOf(
      { ...task, country: 'PL', question, books: { invoices: [], entries } },
      forecastersOf([listener]),
    );
    expect(new Set(told)).toEqual(new Set(['PL']));
    pastForecasts({ ...task, country: 'IE' }, forecastersOf([listener]));
    expect(new Set(told)).toEqual(new Set(['PL', 'IE']));
  });
});

describe('where an organization is', () => {
  let room: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeAll(async () => {
    room = await openTestDatabase();
  });
  afterAll(() => room.close());

  const inside = <T>(id: string, work: (em: typeof room.database.em) => Promise<T>) =>
    inOrganization(id, () => work(room.database.em.fork()));
  const placeOf = (id: string) =>
    inside(id, (em) => em.execute('select country, time_zone from organization'));
  const waits = (id: string) =>
    inside(id, (em) => em.execute<unknown[]>('select 1 from forecast_request'));

  it('is as its events say, and stays where they say nothing, or what nobody here knows', async () => {
    const id = newId();
    const write = eventsOf(id);
    await hear(room.database, [write.created()]);
    expect(await placeOf(id)).toEqual([{ country: null, time_zone: 'UTC' }]);
    await hear(room.database, [write.moved({ country: 'DE', timeZone: 'Europe/Berlin' })]);
    await hear(room.database, [write.renamed('Holm & Sons')]);
    expect(await placeOf(id)).toEqual([{ country: 'DE', time_zone: 'Europe/Berlin' }]);
    await hear(room.database, [write.moved({ country: null })]);
    expect(await placeOf(id)).toEqual([{ country: null, time_zone: 'Europe/Berlin' }]);
    await hear(room.database, [write.moved({ timeZone: 'Moon/Tranquility' })]);
    expect(await placeOf(id)).toEqual([{ country: null, time_zone: 'Europe/Berlin' }]);
    const opened = newId();
    const { data, ...event } = eventsOf(opened).created();
    const place = { country: 'GB', timeZone: 'Europe/London' };
    await hear(room.database, [{ ...event, data: { ...data, ...place } }]);
    expect(await placeOf(opened)).toEqual([{ country: 'GB', time_zone: 'Europe/London' }]);
  });

  it('asks for another forecast when the country is another, and for none otherwise', async () => {
    const id = newId();
    const write = eventsOf(id);
    const berlin = { country: 'DE', timeZone: 'Europe/Berlin' };
    await hear(room.database, [write.created(), write.renamed('Holm & Sons')]);
    expect(await waits(id)).toEqual([]);
    await hear(room.database, [write.moved(berlin)]);
    expect(await waits(id)).toHaveLength(1);
    await inside(id, (em) => em.execute('delete from forecast_request'));
    await hear(room.database, [write.moved({ ...berlin, timeZone: 'Europe/Vienna' })]);
    expect(await waits(id)).toEqual([]);
  });

  it('reaches the forecast that is stored, the one that is asked for, and their record', async () => {
    const id = newId();
    const write = eventsOf(id);
    const told: (string | undefined)[] = [];
    const threads: typeof sameThread = {
      ...sameThread,
      outlookOf: (asked) => {
        told.push(asked.country);
        return sameThread.outlookOf(asked);
      },
      pastForecasts: (asked) => {
        told.push(asked.country);
        return sameThread.pastForecasts(asked);
      },
    };
    await hear(room.database, [
      write.created(),
      write.posted('2026-05-02', 'Dr 1000 2000', 'Cr 4000 2000'),
      write.moved({ country: 'FR' }),
    ]);
    const stored = await inside(id, (em) => makeForecast(em, clock, threads));
    await inside(id, (em) => answerForecast(em, readQuestion({}), { clock, threads }));
    const { outlook } = stored ?? {};
    if (!outlook) throw new Error('There is a past to go by');
    await inside(id, (em) => forecastRecord(em, outlook, threads));
    expect(told).toEqual(['FR', 'FR', 'FR']);
  });
});
