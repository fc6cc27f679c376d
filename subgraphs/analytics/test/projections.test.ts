import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inOrganization } from '@finflow/shared/database/tenancy';
import type { FinflowEvent } from '@finflow/shared/events/envelope';
import { newId } from '@finflow/shared/ids';
import fc from 'fast-check';
import { readDashboard } from '../src/dashboard/dashboard.service.ts';
import { clock, eventsOf } from './support/events.ts';
import { hear } from './support/hear.ts';
import { openTestDatabase } from './support/test-database.ts';

let room: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  room = await openTestDatabase();
});
afterAll(() => room.close());

const dashboard = (organizationId: string) =>
  inOrganization(organizationId, () => readDashboard(room.database.em.fork(), clock));

it('knows an organization by its newest name', async () => {
  const id = newId();
  const write = eventsOf(id);
  await hear(room.database, [write.created(), write.renamed('Holm & Sons'), write.created()]);
  const rows = await inOrganization(id, () =>
    room.database.em.fork().execute('select name from organization'),
  );
  expect(rows).toEqual([{ name: 'Holm & Sons' }]);
});

describe('cash', () => {
  it('adds up what moves the bank and the clearing account, by month, to the cent', async () => {
    const id = newId();
    const write = eventsOf(id);
    await hear(room.database, [
      write.created(),
      write.posted('2026-05-02', 'Dr 1000 900000000000000001', 'Cr 3000 900000000000000001'),
      write.posted('2026-06-30', 'Cr 1000 50000', 'Dr 6000 50000'),
      write.posted('2026-07-01', 'Dr 1010 12100', 'Cr 1100 12100'),
      write.posted('2026-07-01', 'Dr 6400 381', 'Cr 1010 381'),
    ]);
    const figures = await dashboard(id);
    expect(figures?.cash).toEqual({ minor: 899_999_999_999_961_720n, currency: 'EUR' });
    expect(
      figures?.months
        .slice(-3)
        .map(({ month, moneyIn, moneyOut, closingCash }) => [
          month,
          moneyIn.minor,
          moneyOut.minor,
          closingCash.minor,
        ]),
    ).toEqual([
      ['2026-05-01', 900_000_000_000_000_001n, 0n, 900_000_000_000_000_001n],
      ['2026-06-01', 0n, 50_000n, 899_999_999_999_950_001n],
      ['2026-07-01', 12_100n, 381n, 899_999_999_999_961_720n],
    ]);
    expect(figures?.months).toHaveLength(24);
  });

  it('moves nothing by a payout from the clearing account to the bank', async () => {
    const id = newId();
    const write = eventsOf(id);
    await hear(room.database, [
      write.created(),
      write.posted('2026-07-01', 'Dr 1000 700', 'Cr 1010 700'),
    ]);
    const figures = await dashboard(id);
    expect(figures?.cash.minor).toBe(0n);
    expect(figures?.months.at(-1)).toMatchObject({
      moneyIn: { minor: 0n },
      moneyOut: { minor: 0n },
    });
  });

  it('counts as paid this month only what customers paid, before fees, a surplus included', async () => {
    const id = newId();
    const write = eventsOf(id);
    await hear(room.database, [
      write.created(),
      write.posted('2026-06-30', 'Dr 1000 1', 'Cr 1100 1'),
      write.posted('2026-07-01', 'Dr 1010 10000', 'Cr 1100 9000', 'Cr 2300 1000'),
      write.posted('2026-07-01', 'Dr 6400 300', 'Cr 1010 300'),
      write.posted('2026-07-02', 'Dr 1000 500000', 'Cr 3000 500000'),
      write.posted('2026-07-03', 'Dr 1010 40000', 'Cr 1200 40000'),
      write.posted('2026-07-16', 'Dr 1000 99', 'Cr 1100 99'),
    ]);
    expect((await dashboard(id))?.paidThisMonth.minor).toBe(10_000n);
  });

  it('leaves what is dated after today out of the cash of today', async () => {
    const id = newId();
    const write = eventsOf(id);
    await hear(room.database, [
      write.created(),
      write.posted('2026-07-15', 'Dr 1000 100', 'Cr 3000 100'),
      write.posted('2026-07-16', 'Dr 1000 900', 'Cr 3000 900'),
    ]);
    expect((await dashboard(id))?.cash.minor).toBe(100n);
  });
});

describe('open invoices', () => {
  it('are overdue from the day after the due date, and expected by due date with the overdue ones', async () => {
    const id = newId();
    const write = eventsOf(id);
    await hear(room.database, [
      write.created(),
      write.invoiced(newId(), '100', '2026-07-14'),
      write.invoiced(newId(), '2000', '2026-07-15'),
      write.invoiced(newId(), '30000', '2026-08-14'),
      write.invoiced(newId(), '400000', '2026-08-15'),
      write.invoiced(newId(), '5000000', '2026-10-13'),
      write.invoiced(newId(), '60000000', '2026-10-14'),
    ]);
    expect(await dashboard(id)).toMatchObject({
      openCount: 6,
      overdueCount: 1,
      overdue: { minor: 100n },
      expectedIn30Days: { minor: 32_100n },
      expectedIn60Days: { minor: 432_100n },
      expectedIn90Days: { minor: 5_432_100n },
    });
  });

  it('count with what is still due, and no more once they are paid', async () => {
    const id = newId();
    const write = eventsOf(id);
    const [part, full] = [newId(), newId()];
    await hear(room.database, [
      write.created(),
      write.invoiced(part, '1000', '2026-07-20'),
      write.invoiced(full, '5000', '2026-07-20'),
      write.updated(part, '1000', '400'),
      write.paid(full, '5000', '2026-07-10'),
    ]);
    expect(await dashboard(id)).toMatchObject({ openCount: 1, expectedIn30Days: { minor: 400n } });
  });
});

describe('the order in which the log comes', () => {
  /** Ends with one part-paid and one open invoice, cash on three days, and two instants that share a millisecond. */
  function story(organizationId: string): FinflowEvent[] {
    const write = eventsOf(organizationId);
    const [paid, part, open] = [newId(), newId(), newId()];
    return [
      write.created(),
      write.invoiced(paid, '5000', '2026-06-01'),
      write.updated(paid, '5000', '2000', new Date('2026-06-02T00:00:00Z')),
      write.updated(paid, '5000', '0', new Date('2026-06-02T00:00:00Z')),
      write.paid(paid, '5000', '2026-06-02'),
      write.invoiced(part, '800', '2026-07-01'),
      write.updated(part, '800', '700', new Date('2026-07-01T00:00:00Z')),
      write.updated(part, '800', '300', new Date('2026-07-02T00:00:00Z')),
      write.updated(part, '800', '250', new Date('2026-07-02T00:00:00Z')),
      write.invoiced(open, '60', '2026-09-01'),
      write.posted('2026-06-02', 'Dr 1010 5000', 'Cr 1100 5000'),
      write.posted('2026-06-02', 'Dr 6400 150', 'Cr 1010 150'),
      write.posted('2026-07-02', 'Dr 1000 550', 'Cr 1100 550'),
    ];
  }

  it('changes nothing, and neither does hearing it again', async () => {
    const expected = {
      cash: { minor: 5400n },
      openCount: 2,
      overdueCount: 1,
      overdue: { minor: 250n },
      expectedIn60Days: { minor: 310n },
      paidThisMonth: { minor: 550n },
    };
    const orders = fc.shuffledSubarray([...Array(13).keys()], { minLength: 13 });
    const repeats = fc.array(fc.nat(12), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(orders, repeats, async (order, again) => {
        const id = newId();
        const events = story(id);
        await hear(
          room.database,
          [...order, ...again].flatMap((place) => events[place] ?? []),
        );
        expect(await dashboard(id)).toMatchObject(expected);
      }),
      { numRuns: 60 },
    );
  });
});
