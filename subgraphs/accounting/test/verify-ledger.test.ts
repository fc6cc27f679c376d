import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { withClient } from '@finflow/shared/database/provision';
import type { TestDatabase } from '@finflow/shared/testing/postgres';
import { openDatabase, type Database } from '../src/database.ts';
import { credit, debit } from '../src/ledger/entry-draft.ts';
import { postEntries } from '../src/ledger/post-entries.ts';
import { manualPosting } from '../src/ledger/postings/manual.ts';
import { reportLedger } from '../src/ledger/report-ledger.ts';
import { verifyLedger } from '../src/ledger/verify-ledger.ts';
import { accountingDatabase, newBooks, today } from './support/books.ts';

let database: TestDatabase;
let orm: Database;
let organizationId: string;
beforeAll(async () => {
  database = await accountingDatabase();
  orm = await openDatabase(database.appUrl);
});
afterAll(async () => {
  await orm.close(true);
  await database.close();
});
beforeEach(async () => {
  const books = await newBooks(orm);
  organizationId = books.organizationId;
  const drafts = [1n, 2n, 3n].map((amount) =>
    manualPosting({
      date: today,
      description: `"Übung" \u2028 ${amount}`,
      idempotencyKey: String(amount),
      postings: [debit('1000', amount * 100n, 'EUR'), credit('4000', amount * 100n, 'EUR')],
    }),
  );
  await books.write((em) => postEntries(em, drafts, books.room));
});

/** As a superuser, with every guard switched off. */
const tamper = (text: string) =>
  withClient(database.superuserUrl, async (client) => {
    await client.query(`set session_replication_role = 'replica'`);
    await client.query(text, [organizationId]);
  });

const problems = async () => {
  const reports = await verifyLedger(database.ownerUrl);
  return reports.find((report) => report.organizationId === organizationId)?.problems;
};

const second = `(select id from journal_entry where organization_id = $1 and sequence = 2)`;
const without = (constraint: string, text: string) =>
  withClient(database.superuserUrl, async (client) => {
    await client.query('begin');
    await client.query(`alter table journal_entry drop constraint ${constraint}`);
    await client.query(`set local session_replication_role = 'replica'`);
    await client.query(text, [organizationId]);
    await client.query('commit');
  });

describe('verifying the ledger', () => {
  it('finds books in order', async () => {
    expect(await problems()).toEqual([]);
  });

  it('finds an amount that was changed on both sides', async () => {
    await tamper(`update posting set amount_minor = 999 where entry_id = ${second}`);
    expect(await problems()).toEqual([
      'entry 2: does not say what its hash says',
      `account 1000: wrong balance of ${today} in EUR`,
      `account 4000: wrong balance of ${today} in EUR`,
    ]);
  });

  it('finds an amount that was changed on one side', async () => {
    await tamper(
      `update posting set amount_minor = 999 where side = 'DEBIT' and entry_id = ${second}`,
    );
    expect(await problems()).toContain('entry 2: does not balance');
  });

  it('finds a text, a date and an account that were changed', async () => {
    await tamper(`update journal_entry set description = 'other' where id = ${second}`);
    expect(await problems()).toEqual(['entry 2: does not say what its hash says']);
    await tamper(
      `update journal_entry set date = date - 1 where organization_id = $1 and sequence = 3`,
    );
    expect(await problems()).toContain('entry 3: does not say what its hash says');
  });

  it('finds an entry that is gone, in the middle and at the end', async () => {
    await tamper(`delete from posting where entry_id = ${second}`);
    await tamper(`delete from journal_entry where organization_id = $1 and sequence = 2`);
    expect(await problems()).toEqual(
      expect.arrayContaining([
        'entry 3: follows 1, entries are missing',
        'entry 3: is not linked to the entry before it',
      ]),
    );
    await tamper(`delete from journal_entry where organization_id = $1 and sequence = 3`);
    expect(await problems()).toContain('the chain ends at 1, its head says 3');
  });

  it('finds a balance that was changed', async () => {
    await tamper(
      `update account_balance set debit_minor = 1 where organization_id = $1 and debit_minor > 0`,
    );
    expect(await problems()).toEqual([`account 1000: wrong balance of ${today} in EUR`]);
  });

  it('finds an entry whose hash was computed anew, by the entry after it', async () => {
    await without(
      'entry_hash_fits',
      `update journal_entry set hash = repeat('a', 64) where organization_id = $1 and sequence = 2`,
    );
    expect(await problems()).toEqual([
      'entry 2: has a hash that does not fit its place',
      'entry 3: is not linked to the entry before it',
    ]);
  });

  it('prints what it found, and says whether all is in order', async () => {
    await tamper(`update journal_entry set description = 'other' where id = ${second}`);
    const printed: string[] = [];
    expect(await reportLedger(database.ownerUrl, (line) => printed.push(line))).toBe(false);
    expect(printed).toEqual(
      expect.arrayContaining([
        `${organizationId}  3 entries  1 problems`,
        '  entry 2: does not say what its hash says',
      ]),
    );
  });
});
