import { describe, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { expenseOf } from '../src/transaction/expense-transaction.ts';
import { eventsOf } from './support/events.ts';

const organizationId = newId();
const write = eventsOf(organizationId);

describe('an expense', () => {
  it('is an entry that debits an expense account and is paid', () => {
    const event = write.spent(' Toner \n for the\tprinter ', '4990', { account: '6230' });
    expect(expenseOf(event)).toEqual({
      id: event.data.entryId,
      organizationId,
      text: 'Toner for the printer',
      amountMinor: 4990n,
      currency: 'EUR',
      date: '2026-07-01',
      accountCode: '6230',
      isByHand: true,
    });
  });

  it('may be owed first, and paid later', () => {
    const owed = write.posted('2026-07-01', 'Dr 6230 100', 'Cr 2000 100');
    expect(expenseOf(owed)?.amountMinor).toBe(100n);
    expect(expenseOf(write.posted('2026-07-09', 'Dr 2000 100', 'Cr 1000 100'))).toBeNull();
  });

  it('counts with the part that waits, or else with its largest', () => {
    const waiting = write.posted('2026-07-01', 'Dr 6000 900', 'Dr 6999 100', 'Cr 1000 1000');
    expect(expenseOf(waiting)).toMatchObject({ accountCode: '6999', amountMinor: 100n });
    const split = write.posted('2026-07-01', 'Dr 6200 400', 'Dr 6000 600', 'Cr 1000 1000');
    expect(expenseOf(split)).toMatchObject({ accountCode: '6000', amountMinor: 600n });
  });

  it('is no reclassification from one expense account to another', () => {
    expect(expenseOf(write.posted('2026-07-01', 'Dr 6230 100', 'Cr 6999 100'))).toBeNull();
  });

  it('is no reversal, no sale, no transfer and no refund of a supplier', () => {
    const expense = write.spent('Toner', '100');
    expect(expenseOf(write.takenBack(expense))).toBeNull();
    expect(expenseOf(write.posted('2026-07-01', 'Dr 1100 100', 'Cr 4000 100'))).toBeNull();
    expect(expenseOf(write.posted('2026-07-01', 'Dr 1000 100', 'Cr 1010 100'))).toBeNull();
    expect(expenseOf(write.posted('2026-07-01', 'Dr 1000 100', 'Cr 6230 100'))).toBeNull();
  });
});
