import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@finflow/shared/clock';
import { eventually } from '@finflow/shared/testing/eventually';
import { newId } from '@finflow/shared/ids';
import { askWhereDayIsOver } from '../src/forecast/new-day.ts';
import { makeDueForecasts, startForecaster } from '../src/forecast/forecaster.ts';
import { askWhereMadeOtherwise } from '../src/forecast/other-version.ts';
import { forecasterVersion } from '../src/forecast/worker/forecaster-version.ts';
import { eventsOf } from './support/events.ts';
import { hear } from './support/hear.ts';
import { sameThread } from './support/same-thread.ts';
import { openTestDatabase } from './support/test-database.ts';

let room: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  room = await openTestDatabase();
});
afterAll(() => room.close());
beforeEach(() => asOwner('delete from forecast_request'));

const clock = fixedClock('2026-07-01T12:00:00Z');
const asOwner = <Row>(sql: string, values: unknown[] = []) =>
  room.owner.em.fork().execute<Row[]>(sql, values);

/** A company whose figures changed first and last so many milliseconds ago. */
async function changed(firstMs: number, lastMs: number): Promise<string> {
  const id = newId();
  const write = eventsOf(id);
  const posted = write.posted('2026-06-30', 'Dr 1000 2000', 'Cr 4000 2000');
  await hear(room.database, [write.created(), posted]);
  await asOwner(
    `update forecast_request set first_change_at = clock_timestamp() - ? * interval '1 ms',
       last_change_at = clock_timestamp() - ? * interval '1 ms' where organization_id = ?`,
    [firstMs, lastMs, id],
  );
  return id;
}

const look = (threads = sameThread) =>
  makeDueForecasts({ owner: room.owner, database: room.database, clock, threads });
const forecastsOf = async (id: string) =>
  (await asOwner('select 1 from forecast where organization_id = ?', [id])).length;

describe('the forecaster', () => {
  it('waits until the log is quiet, but not as long as a subscriber may wait', async () => {
    const busy = await changed(1100, 0);
    const quiet = await changed(400, 400);
    const fresh = await changed(60, 60);
    await look();
    expect(await Promise.all([busy, quiet, fresh].map(forecastsOf))).toEqual([1, 1, 0]);
  });

  it('makes forecasts of three companies beside each other, and of no more', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.push(await changed(400, 400));
    const mayEnd = Promise.withResolvers<void>();
    let begun = 0;
    const looked = look({
      ...sameThread,
      outlookOf: async (task) => {
        begun += 1;
        await mayEnd.promise;
        return sameThread.outlookOf(task);
      },
    });
    try {
      await eventually(async () => expect(begun).toBe(3));
      await setTimeout(100);
      expect(begun).toBe(3);
    } finally {
      mayEnd.resolve();
      await looked;
    }
    expect(await Promise.all(ids.map(forecastsOf))).toEqual([1, 1, 1, 1, 1]);
  });

  it('makes what comes while a slow one is still being made', async () => {
    const slow = await changed(500, 500);
    const [slowBegan, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let begun = 0;
    const threads = {
      ...sameThread,
      outlookOf: async (task: Parameters<typeof sameThread.outlookOf>[0]) => {
        begun += 1;
        if (begun === 1) {
          slowBegan.resolve();
          await mayEnd.promise;
        }
        return sameThread.outlookOf(task);
      },
    };
    const { owner, database } = room;
    const forecaster = startForecaster({ owner, database, clock, threads });
    try {
      await slowBegan.promise;
      const later = await changed(400, 400);
      await eventually(async () => expect(await forecastsOf(later)).toBe(1));
      expect(await forecastsOf(slow)).toBe(0);
    } finally {
      mayEnd.resolve();
      await forecaster.close();
    }
    expect(await forecastsOf(slow)).toBe(1);
  });

  it('goes on with the others when one fails, which waits a minute', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.push(await changed(400 + count, 400));
    await asOwner(
      `update organization set time_zone = 'Nowhere' where organization_id = ?`,
      ids.slice(2, 3),
    );
    await look();
    expect(await Promise.all(ids.map(forecastsOf))).toEqual([1, 1, 0, 1, 1]);
    const waiting = await asOwner<{ id: string; is_put_off: boolean }>(
      'select organization_id as id, first_change_at > clock_timestamp() as is_put_off from forecast_request',
    );
    expect(waiting).toEqual([{ id: ids[2], is_put_off: true }]);
  });
});

/** What is asked for, by its turn, and whether that is still ahead. */
const waiting = () =>
  asOwner<{ id: string; ahead: boolean }>(
    `select organization_id as id, last_change_at > clock_timestamp() as ahead
     from forecast_request order by first_change_at`,
  );

/** The least time between two turns. */
async function leastGapMs(): Promise<number> {
  const [gap] = await asOwner<{ ms: number }>(
    `select min(gap)::int as ms from (
       select extract(epoch from first_change_at - lag(first_change_at) over (order by first_change_at)) * 1000 as gap
       from forecast_request) as gaps`,
  );
  return gap?.ms ?? 0;
}

describe('when a day is over', () => {
  it('forecasts have their turns one after the other, and who posts meanwhile waits for none', async () => {
    await asOwner('truncate forecast');
    const ids = [await changed(400, 400), await changed(400, 400), await changed(400, 400)];
    await look();
    await askWhereDayIsOver(room.owner.em.fork(), fixedClock('2026-07-02T12:00:00Z'));
    const asked = await waiting();
    expect(new Set(asked.map(({ id }) => id))).toEqual(new Set(ids));
    expect(asked.every(({ ahead }) => ahead)).toBe(true);
    expect(await leastGapMs()).toBeGreaterThan(400);
    const last = asked.at(-1)?.id ?? '';
    await hear(room.database, [eventsOf(last).posted('2026-06-30', 'Dr 1000 1', 'Cr 4000 1')]);
    expect((await waiting())[0]?.id).toBe(last);
  });
});

describe('after an upgrade', () => {
  beforeAll(() => asOwner(`update organization set time_zone = 'UTC' where time_zone = 'Nowhere'`));
  const upgraded = { ...sameThread, version: 'newer' };
  const versionsOf = async (id: string) =>
    (
      await asOwner<{ version: string | null }>(
        'select version from forecast where organization_id = ? order by made_at, id',
        [id],
      )
    ).map(({ version }) => version);
  it('a forecast that another version made is made again, though nothing changed', async () => {
    const id = await changed(400, 400);
    await look();
    const forecaster = startForecaster({
      owner: room.owner,
      database: room.database,
      clock,
      threads: upgraded,
    });
    await eventually(async () => {
      expect(await versionsOf(id)).toEqual([sameThread.version, 'newer']);
    }).finally(() => forecaster.close());
  });

  it('they have their turns one after the other, and who changes meanwhile is next', async () => {
    await asOwner('truncate forecast');
    const ids = [await changed(400, 400), await changed(400, 400), await changed(400, 400)];
    await look();
    const current = await changed(400, 400);
    await look(upgraded);
    await askWhereMadeOtherwise(room.owner.em.fork(), upgraded.version);
    await askWhereMadeOtherwise(room.owner.em.fork(), upgraded.version);
    const asked = await waiting();
    expect(new Set(asked.map(({ id }) => id))).toEqual(new Set(ids));
    expect(asked.every(({ ahead }) => ahead)).toBe(true);
    expect(await leastGapMs()).toBeGreaterThan(400);
    await look(upgraded);
    expect(await waiting()).toHaveLength(3);
    expect(await versionsOf(current)).toEqual(['newer']);
  });
});

describe("the forecaster's version", () => {
  it('is another one where code or models are, and only there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'forecaster-'));
    const url = pathToFileURL(`${folder}/`);
    const write = (name: string, text: string) => writeFile(join(folder, name), text);
    await mkdir(join(folder, 'nets'));
    await write('rule.ts', 'one');
    await write('nets/month.bin', 'weights');
    const before = forecasterVersion([url]);
    await write('card.md', 'what it learnt from');
    expect(forecasterVersion([url])).toBe(before);
    await write('nets/month.bin', 'other weights');
    expect(forecasterVersion([url])).not.toBe(before);
    await rm(folder, { recursive: true });
  });
});
