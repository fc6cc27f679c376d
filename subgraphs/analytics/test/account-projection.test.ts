import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { newId } from '@finflow/shared/ids';
import fc from 'fast-check';
import { eventsOf } from './support/events.ts';
import { hear } from './support/hear.ts';
import { openTestDatabase } from './support/test-database.ts';

let room: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  room = await openTestDatabase();
});
afterAll(() => room.close());

/** The days as rows of code, date, type, debits, credits. */
const days = (organizationId: string) =>
  inOrganization(organizationId, async () => {
    const found = await room.database.em
      .fork()
      .execute<Record<string, string>[]>(
        `select code, date::text, type, debit_minor, credit_minor from account_day order by code, date`,
      );
    return found.map((day) => Object.values(day));
  });

it('adds up what is booked on each account each day, several lines of an entry included', async () => {
  const id = newId();
  const write = eventsOf(id);
  await hear(room.database, [
    write.created(),
    write.posted('2026-07-01', 'Dr 6000 700', 'Dr 6000 300', 'Cr 1000 1000'),
    write.posted('2026-07-01', 'Dr 1000 250', 'Cr 6000 250'),
    write.posted('2026-07-02', 'Dr 6000 900000000000000001', 'Cr 1000 900000000000000001'),
  ]);
  expect(await days(id)).toEqual([
    ['1000', '2026-07-01', 'ASSET', '250', '1000'],
    ['1000', '2026-07-02', 'ASSET', '0', '900000000000000001'],
    ['6000', '2026-07-01', 'EXPENSE', '1000', '250'],
    ['6000', '2026-07-02', 'EXPENSE', '900000000000000001', '0'],
  ]);
});

it('comes to the same in any order, however often an entry is heard', async () => {
  const story = (id: string) => {
    const write = eventsOf(id);
    return [
      write.posted('2026-07-01', 'Dr 1100 500', 'Cr 4000 400', 'Cr 2100 100'),
      write.posted('2026-07-01', 'Dr 1100 80', 'Cr 4000 80'),
      write.posted('2026-07-02', 'Dr 1000 500', 'Cr 1100 500'),
    ];
  };
  const expected = [
    ['1000', '2026-07-02', 'ASSET', '500', '0'],
    ['1100', '2026-07-01', 'ASSET', '580', '0'],
    ['1100', '2026-07-02', 'ASSET', '0', '500'],
    ['2100', '2026-07-01', 'LIABILITY', '0', '100'],
    ['4000', '2026-07-01', 'INCOME', '0', '480'],
  ];
  const orders = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });
  const repeats = fc.array(fc.nat(2), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(orders, repeats, async (order, again) => {
      const id = newId();
      const events = story(id);
      const heard = [...order, ...again].flatMap((place) => events[place] ?? []);
      await hear(room.database, heard);
      expect(await days(id)).toEqual(expected);
    }),
    { numRuns: 20 },
  );
});
