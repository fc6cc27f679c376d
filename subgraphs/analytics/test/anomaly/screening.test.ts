import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@finflow/shared/clock';
import { inOrganization } from '@finflow/shared/database/tenancy';
import type { FinflowEvent } from '@finflow/shared/events/envelope';
import { newId } from '@finflow/shared/ids';
import { addDays, daysBetween } from '@finflow/shared/local-date';
import fc from 'fast-check';
import { anomaliesById, listAnomalies } from '../../src/anomaly/anomaly.service.ts';
import type { Verdict } from '../../src/anomaly/bar.ts';
import { reviewAnomaly } from '../../src/anomaly/review.service.ts';
import { createScreening } from '../../src/anomaly/screener.ts';
import { screenObservations } from '../../src/anomaly/screening.service.ts';
import { clock, eventsOf } from '../support/events.ts';
import { hear } from '../support/hear.ts';
import { openTestDatabase } from '../support/test-database.ts';

let room: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  room = await openTestDatabase();
});
afterAll(() => room.close());

const page = { first: 50, after: null };
const fork = () => room.database.em.fork();

const screenOne = (id: string) => inOrganization(id, () => screenObservations(fork(), id, clock));

const listed = async (id: string) =>
  (await inOrganization(id, () => listAnomalies(fork(), page, null))).edges.map(({ node }) => node);

/** What was told of the organization, as the outbox holds it. */
const told = async (id: string): Promise<FinflowEvent<'anomaly_detected'>[]> => {
  const rows = await room.owner.em
    .fork()
    .execute<{ event: FinflowEvent<'anomaly_detected'> }[]>(
      `select event from outbox where organization_id = ? and topic = 'anomaly_detected' order by position`,
      [id],
    );
  return rows.map(({ event }) => event);
};

/** A year of rent, wages and the van, then a repair of eleven times what the van costs. */
function story(id: string): FinflowEvent[] {
  const write = eventsOf(id);
  const usual = Array.from({ length: 12 }, (_, month) => addDays('2025-06-01', month * 30)).flatMap(
    (date) => [
      write.wrote(date, 'Workshop rent', 'Dr 6000 128000', 'Cr 1000 128000'),
      write.wrote(addDays(date, 20), 'Van and insurance', 'Dr 6900 75000', 'Cr 1000 75000'),
      write.wrote(addDays(date, 24), 'Wages', 'Dr 6100 636000', 'Cr 1000 636000'),
    ],
  );
  const repair = write.wrote('2026-06-12', 'Repair', 'Dr 6900 974000', 'Cr 1000 974000');
  return [write.created(), ...usual, repair];
}

/** Ten months in which each day something small is booked at nine in California, and then something at three at night. */
function mornings(id: string): FinflowEvent[] {
  const write = eventsOf(id);
  const at = (date: string, time: string) => {
    const amount = 900 + (daysBetween('2025-01-01', date) % 7); // Another one each day: no day repeats the one before.
    const lines = [`Dr 6900 ${amount}`, `Cr 1000 ${amount}`] as const;
    return { ...write.wrote(date, 'Parking', ...lines), time: `${date}T${time}:00.000Z` };
  };
  const days = Array.from({ length: 300 }, (_, day) => addDays('2025-09-06', day));
  const isSummer = (date: string) => date < '2025-11-02' || date >= '2026-03-08';
  return [
    ...days.map((date) => at(date, isSummer(date) ? '16:05' : '17:05')),
    at('2026-07-03', '10:05'),
  ];
}

describe('the hour', () => {
  it('is told by the clocks of the organization, once it is known where it is', async () => {
    const id = newId();
    await hear(room.database, mornings(id));
    expect(await screenOne(id)).toBe(false);
    expect(await listed(id)).toEqual([]);
    const write = eventsOf(id);
    await hear(room.database, [write.created(), write.moved({ timeZone: 'America/Los_Angeles' })]);
    await screenOne(id);
    const [odd, ...others] = await listed(id);
    expect(others).toEqual([]);
    expect(odd).toMatchObject({
      kind: 'UNUSUAL_HOUR',
      reason:
        '“Parking” came between 03:00 and 04:00 (America/Los Angeles), when entries hardly ever come.',
    });
    expect(odd?.evidence).toContainEqual({
      label: 'Most often',
      value: '09:00 to 10:00, on 300 days',
    });
  });
});

describe('a company that can not be screened', () => {
  const move = (id: string, zone: string) =>
    room.owner.em
      .fork()
      .execute('update organization set time_zone = ? where organization_id = ?', [zone, id]);

  it('holds up no other, and is tried again after a while', async () => {
    const [lost = '', ...others] = Array.from({ length: 3 }, () => newId()).toSorted();
    for (const id of [lost, ...others]) await hear(room.database, story(id));
    await move(lost, 'Nowhere/At_All');
    let now = 0;
    const look = createScreening({ ...room, clock }, () => now);
    await look();
    expect(await Promise.all([lost, ...others].map(async (id) => (await told(id)).length))).toEqual(
      [0, 1, 1],
    );
    await move(lost, 'UTC');
    await look();
    expect(await told(lost)).toEqual([]);
    now = 2000;
    await look();
    expect(await told(lost)).toHaveLength(1);
  });
});

describe('what is odd', () => {
  it('is stored and told once, however often one looks and hears', async () => {
    const id = newId();
    const events = story(id);
    await hear(room.database, events);
    await screenOne(id);
    await hear(room.database, [...events, ...(await told(id))]);
    await screenOne(id);
    const [found, ...more] = await listed(id);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      kind: 'NEW_PAYEE',
      amountMinor: 974_000n,
      date: '2026-06-12',
      entryId: events.at(-1)?.subject,
      status: 'OPEN',
      reason: expect.stringMatching(/^“Repair” is new, and at €9,740\.00 is 13 times/),
    });
    expect((await told(id)).map(({ subject }) => subject)).toEqual([found?.id]);
  });

  it('is the same in whatever order its events came', async () => {
    const orders = fc.shuffledSubarray([...Array(38).keys()], { minLength: 38 });
    await fc.assert(
      fc.asyncProperty(orders, fc.nat(37), async (order, cut) => {
        const id = newId();
        const events = story(id);
        const shuffled = order.flatMap((place) => events[place] ?? []);
        for (const portion of [shuffled.slice(0, cut), shuffled.slice(cut)]) {
          await hear(room.database, portion);
          await screenOne(id);
        }
        expect((await listed(id)).map(({ entryId }) => entryId)).toContain(events.at(-1)?.subject);
        expect(await told(id)).toHaveLength((await listed(id)).length);
      }),
      { numRuns: 5 },
    );
  });

  it('comes back the same from the log alone', async () => {
    const [id, events] = [newId(), [] as FinflowEvent[]];
    events.push(...story(id));
    await hear(room.database, events);
    await screenOne(id);
    await answer(id, 'EXPECTED');
    const rows = () =>
      Promise.all(
        ['observation', 'anomaly', 'anomaly_review'].map((table) =>
          room.owner.em
            .fork()
            .execute(
              `select to_jsonb(t)::text as row from ${table} t where organization_id = ? order by 1`,
              [id],
            ),
        ),
      );
    const before = await rows();
    const own = await room.owner.em
      .fork()
      .execute<{ event: FinflowEvent }[]>(
        'select event from outbox where organization_id = ? order by position',
        [id],
      );
    for (const table of ['observation', 'anomaly', 'anomaly_review'])
      await room.owner.em.fork().execute(`delete from ${table} where organization_id = ?`, [id]);
    await hear(room.database, [...own.map(({ event }) => event), ...events.toReversed()]);
    await screenOne(id);
    expect(await rows()).toEqual(before);
    expect(await told(id)).toHaveLength(1);
  });

  it('is looked for by one process at a time', async () => {
    const id = newId();
    await hear(room.database, story(id));
    await Promise.all([screenOne(id), screenOne(id), screenOne(id)]);
    expect(await told(id)).toHaveLength(1);
  });

  it('is found for every organization that has something new, and for no other', async () => {
    const [first, second] = [newId(), newId()];
    for (const id of [first, second]) await hear(room.database, story(id));
    await createScreening({ ...room, clock })();
    expect(await listed(first)).toHaveLength(1);
    expect(await listed(second)).toHaveLength(1);
    expect(await listed(newId())).toEqual([]);
  });
});

describe('refunds', () => {
  it('are odd when several come in a week, after none for long', async () => {
    const id = newId();
    const write = eventsOf(id);
    await hear(room.database, [
      ...story(id).slice(0, 36),
      write.refunded('2026-06-12T10:00:00Z', '4200'),
      write.refunded('2026-06-12T12:00:00Z', '1850'),
      write.refunded('2026-06-13T12:00:00Z', '990'),
    ]);
    await screenOne(id);
    expect(await listed(id)).toMatchObject([{ kind: 'FREQUENCY', paymentId: expect.any(String) }]);
  });
});

async function answer(id: string, verdict: Verdict, at = '2026-06-20T10:00:00Z') {
  const [found] = await listed(id);
  const actorId = newId();
  return inOrganization(id, () =>
    reviewAnomaly(
      { anomalyId: found?.id ?? '', verdict },
      { em: fork(), clock: fixedClock(at), organizationId: id, actorId },
    ),
  );
}

describe('what people say', () => {
  it('is kept, told, and the newest counts', async () => {
    const id = newId();
    await hear(room.database, story(id));
    await screenOne(id);
    await answer(id, 'EXPECTED');
    await answer(id, 'EXPECTED');
    await answer(id, 'CONFIRMED', '2026-06-21T10:00:00Z');
    const filters = await Promise.all(
      (['OPEN', 'EXPECTED', 'CONFIRMED'] as const).map((status) =>
        inOrganization(id, () => listAnomalies(fork(), page, { status: [status] })),
      ),
    );
    expect(filters.map(({ totalCount }) => totalCount)).toEqual([0, 0, 1]);
    const events = await room.owner.em.fork().execute(
      `select event -> 'data' ->> 'verdict' as verdict from outbox
         where organization_id = ? and topic = 'anomaly_reviewed' order by position`,
      [id],
    );
    expect(events).toEqual([{ verdict: 'EXPECTED' }, { verdict: 'CONFIRMED' }]);
  });

  it('is taken back by OPEN: it waits again, and the next of its kind is told of', async () => {
    const id = newId();
    await hear(room.database, story(id));
    await screenOne(id);
    await answer(id, 'OPEN', '2026-06-13T10:00:00Z');
    await answer(id, 'EXPECTED');
    await answer(id, 'OPEN', '2026-06-21T10:00:00Z');
    expect(await listed(id)).toMatchObject([{ status: 'OPEN', reviewedAt: null }]);
    const events = await room.owner.em.fork().execute(
      `select event -> 'data' ->> 'verdict' as verdict from outbox
         where organization_id = ? and topic = 'anomaly_reviewed' order by position`,
      [id],
    );
    expect(events).toEqual([{ verdict: 'EXPECTED' }, { verdict: 'OPEN' }]);
    await hear(room.database, [
      eventsOf(id).wrote('2026-07-12', 'Belt grinder', 'Dr 6900 1600000', 'Cr 1000 1600000'),
    ]);
    await screenOne(id);
    expect(await listed(id)).toHaveLength(2);
  });

  it('keeps the next of its kind quiet once it was expected', async () => {
    const [quiet, loud] = [newId(), newId()];
    for (const id of [quiet, loud]) {
      await hear(room.database, story(id));
      await screenOne(id);
      if (id === quiet) await answer(id, 'EXPECTED');
      const write = eventsOf(id);
      await hear(room.database, [
        write.wrote('2026-07-12', 'Belt grinder', 'Dr 6900 1600000', 'Cr 1000 1600000'),
      ]);
      await screenOne(id);
    }
    expect(await listed(quiet)).toHaveLength(1);
    expect(await listed(loud)).toHaveLength(2);
    await hear(room.database, [
      eventsOf(quiet).wrote('2026-07-14', 'Hall', 'Dr 6900 97400000', 'Cr 1000 97400000'),
    ]);
    await screenOne(quiet);
    expect(await listed(quiet)).toMatchObject([{ amountMinor: 97_400_000n }, {}]);
  });

  it('is refused for what is not there, or is somebody else’s', async () => {
    const [ours, theirs] = [newId(), newId()];
    await hear(room.database, story(ours));
    await screenOne(ours);
    const [found] = await listed(ours);
    for (const anomalyId of [newId(), 'nonsense', found?.id ?? '']) {
      const refused = await inOrganization(theirs, () =>
        reviewAnomaly(
          { anomalyId, verdict: 'CONFIRMED' },
          { em: fork(), clock, organizationId: theirs, actorId: newId() },
        ),
      );
      expect(refused).toMatchObject({ refused: true, code: 'ANOMALY_NOT_FOUND' });
    }
    const seen = await inOrganization(theirs, () => anomaliesById(fork(), [found?.id ?? '']));
    expect(seen).toEqual([null]);
  });
});
