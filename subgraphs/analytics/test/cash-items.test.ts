import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { newId } from '@finflow/shared/ids';
import { cashItems } from '../src/cash/cash-items.ts';
import { eventsOf } from './support/events.ts';
import { hear } from './support/hear.ts';
import { openTestDatabase } from './support/test-database.ts';

const write = eventsOf(newId());
const amounts = (...lines: readonly string[]) =>
  cashItems(write.posted('2026-07-01', ...lines)).map(({ code, amountMinor }) => [
    code,
    amountMinor,
  ]);

describe('what cash moved for', () => {
  it('is what stands against it, below zero where it went out', () => {
    expect(amounts('Dr 6000 700', 'Dr 6200 300', 'Cr 1000 1000')).toEqual([
      ['6000', -700n],
      ['6200', -300n],
    ]);
  });

  it('adds up to the movement of cash, refunds and fees in one entry included', () => {
    const parts = amounts('Dr 1010 940', 'Dr 6400 60', 'Cr 1100 900', 'Cr 2300 100');
    expect(parts).toEqual([
      ['6400', -60n],
      ['1100', 900n],
      ['2300', 100n],
    ]);
    expect(parts.reduce((sum, [, amount]) => sum + BigInt(amount ?? 0n), 0n)).toBe(940n);
  });

  it('is nothing when a payout moves cash from the provider to the bank, or no cash is touched', () => {
    expect(amounts('Dr 1000 500', 'Cr 1010 500')).toEqual([]);
    expect(amounts('Dr 1100 500', 'Cr 4000 500')).toEqual([]);
  });
});

describe('in the read model', () => {
  let room: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeAll(async () => {
    room = await openTestDatabase();
  });
  afterAll(() => room.close());

  it('counts an entry once, however often the log repeats it', async () => {
    const id = newId();
    const { created, posted } = eventsOf(id);
    const rent = posted('2026-07-01', 'Dr 6000 700', 'Cr 1000 700');
    await hear(room.database, [created(), rent, rent, { ...rent, id: newId() }]);
    const rows = await inOrganization(id, () =>
      room.database.em
        .fork()
        .execute('select code, date::text, amount_minor::text as amount from cash_item'),
    );
    expect(rows).toEqual([{ code: '6000', date: '2026-07-01', amount: '-700' }]);
  });
});
