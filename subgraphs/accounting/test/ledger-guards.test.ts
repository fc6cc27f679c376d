import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { TestDatabase } from '@finflow/shared/testing/postgres';
import { openDatabase, type Database } from '../src/database.ts';
import { credit, debit } from '../src/ledger/entry-draft.ts';
import { bodyHash, linkHash } from '../src/ledger/entry-hash.ts';
import { manualPosting } from '../src/ledger/postings/manual.ts';
import { postEntries } from '../src/ledger/post-entries.ts';
import { newId } from '@finflow/shared/ids';
import { accountingDatabase, newBooks, today, type Books } from './support/books.ts';

let database: TestDatabase;
let orm: Database;
let app: Client;
let books: Books;
let accountIds: Map<string, string>;

beforeAll(async () => {
  database = await accountingDatabase();
  orm = await openDatabase(database.appUrl);
  app = new Client({ connectionString: database.appUrl });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await orm.close(true);
  await database.close();
});
beforeEach(async () => {
  books = await newBooks(orm);
  await app.query(`select set_config('app.organization_id', $1, false)`, [books.organizationId]);
  const { rows } = await app.query<{ code: string; id: string }>('select code, id from account');
  accountIds = new Map(rows.map(({ code, id }) => [code, id]));
});

const sale = (key = 'one', amountMinor = 100n) =>
  manualPosting({
    date: today,
    description: 'Sale',
    idempotencyKey: key,
    postings: [debit('1000', amountMinor, 'EUR'), credit('4000', amountMinor, 'EUR')],
  });
const post = (...drafts: ReturnType<typeof sale>[]) =>
  books.write((em) => postEntries(em, drafts, books.room));

type Line = readonly ['DEBIT' | 'CREDIT', bigint, string?, string?];

/** Writes an entry by hand, as an attacker with the app's password would, with hashes that fit. */
async function insertEntry(
  lines: readonly Line[],
  {
    postingCount = lines.length,
    date = today,
    key = newId(),
    skip = 0,
    organizationId = books.organizationId,
  } = {},
) {
  const head = await app.query('select sequence, hash from lock_ledger()');
  const postings = lines.map(([side, amountMinor, currency = 'EUR', code = '1000']) => ({
    side,
    amountMinor,
    currency,
    accountId: accountIds.get(code) ?? code,
  }));
  const entry = {
    id: newId(),
    sequence: Number(head.rows[0].sequence) + 1 + skip,
    previousHash: String(head.rows[0].hash),
    idempotencyKey: key,
    createdAt: new Date(),
    bodyHash: bodyHash({
      date,
      kind: 'MANUAL',
      description: 'by hand',
      invoiceId: null,
      paymentId: null,
      reversalOf: null,
      postings,
    }),
  };
  await app.query(
    `insert into journal_entry (id, organization_id, sequence, date, kind, description, idempotency_key,
       posting_count, body_hash, previous_hash, hash, created_at)
     values ($1, $2, $3, $4, 'MANUAL', 'by hand', $5, $6, $7, $8, $9, $10)`,
    [
      entry.id,
      organizationId,
      entry.sequence,
      date,
      key,
      postingCount,
      entry.bodyHash,
      entry.previousHash,
      linkHash(entry),
      entry.createdAt,
    ],
  );
  for (const [index, line] of postings.entries()) await insertPosting(entry.id, index + 1, line);
  return entry.id;
}

const insertPosting = (
  entryId: string,
  position: number,
  line: { side: string; amountMinor: bigint; currency: string; accountId: string },
) =>
  app.query(`insert into posting values ($1, $2, $3, $4, $5, $6, $7, $8)`, [
    newId(),
    books.organizationId,
    entryId,
    position,
    line.accountId,
    line.side,
    line.amountMinor,
    line.currency,
  ]);

/** What the database says to an attack, by its stable code. Nothing of it stays. */
async function refusalOf(attack: () => Promise<unknown>): Promise<string> {
  await app.query('begin');
  try {
    await attack();
    await app.query('commit');
  } catch (error) {
    await app.query('rollback');
    const { hint, constraint, message } = error as {
      hint?: string;
      constraint?: string;
      message: string;
    };
    return hint ?? constraint ?? message;
  }
  return 'accepted';
}

const balanced: readonly Line[] = [
  ['DEBIT', 100n],
  ['CREDIT', 100n, 'EUR', '4000'],
];

describe('an entry', () => {
  it('is accepted when all is right, also by hand', async () => {
    expect(await refusalOf(() => insertEntry(balanced))).toBe('accepted');
  });

  it('is refused when debits and credits differ', async () => {
    const lines: Line[] = [
      ['DEBIT', 100n],
      ['CREDIT', 99n, 'EUR', '4000'],
    ];
    expect(await refusalOf(() => insertEntry(lines))).toBe('ENTRY_NOT_BALANCED');
  });

  it('is refused when currencies are mixed', async () => {
    const lines: Line[] = [
      ['DEBIT', 100n],
      ['CREDIT', 100n, 'USD', '4000'],
    ];
    expect(await refusalOf(() => insertEntry(lines))).toBe('ENTRY_NOT_BALANCED');
  });

  it('is refused without postings, and with one', async () => {
    expect(await refusalOf(() => insertEntry([], { postingCount: 2 }))).toBe('ENTRY_NOT_BALANCED');
    expect(await refusalOf(() => insertEntry([]))).toBe('entry_has_postings');
    expect(await refusalOf(() => insertEntry([['DEBIT', 1n]]))).toBe('entry_has_postings');
  });

  it('takes no posting more once it was found balanced', async () => {
    const late = {
      side: 'DEBIT',
      amountMinor: 5n,
      currency: 'EUR',
      accountId: accountIds.get('1000') ?? '',
    };
    expect(
      await refusalOf(async () => {
        const id = await insertEntry(balanced);
        await app.query('set constraints all immediate');
        await insertPosting(id, 3, late);
      }),
    ).toBe('ENTRY_SEALED');
    const [posted] = await post(sale());
    expect(await refusalOf(() => insertPosting(posted?.id ?? '', 3, late))).toBe('ENTRY_SEALED');
  });

  it.each([0n, -5n])('is refused with a posting of %s', async (amount) => {
    const lines: Line[] = [
      ['DEBIT', amount],
      ['CREDIT', amount, 'EUR', '4000'],
    ];
    expect(await refusalOf(() => insertEntry(lines))).toBe('posting_amount_is_positive');
  });

  it('is refused on an account of another organization', async () => {
    const other = await newBooks(orm);
    const foreign = await other.write((em) =>
      em.execute<{ id: string }[]>('select id from account limit 1'),
    );
    const lines: Line[] = [
      ['DEBIT', 1n, 'EUR', foreign[0]?.id ?? ''],
      ['CREDIT', 1n],
    ];
    expect(await refusalOf(() => insertEntry(lines))).toBe('OTHER_ORGANIZATION');
  });

  it('is refused for another organization', async () => {
    const { organizationId } = await newBooks(orm);
    expect(await refusalOf(() => insertEntry(balanced, { organizationId }))).toMatch(
      /row-level security/,
    );
  });

  it('is refused with a gap, or off the chain', async () => {
    expect(await refusalOf(() => insertEntry(balanced, { skip: 1 }))).toBe('CHAIN_BROKEN');
  });

  it('is refused when its hash says something else', async () => {
    expect(
      await refusalOf(async () => {
        const id = await insertEntry([], { postingCount: 2 });
        await insertPosting(id, 1, {
          side: 'DEBIT',
          amountMinor: 7n,
          currency: 'EUR',
          accountId: accountIds.get('1000') ?? '',
        });
        await insertPosting(id, 2, {
          side: 'CREDIT',
          amountMinor: 7n,
          currency: 'EUR',
          accountId: accountIds.get('4000') ?? '',
        });
      }),
    ).toBe('HASH_MISMATCH');
  });

  it('is refused with a key that was used', async () => {
    await refusalOf(() => insertEntry(balanced, { key: 'used' }));
    expect(await refusalOf(() => insertEntry(balanced, { key: 'used' }))).toBe(
      'journal_entry_organization_id_idempotency_key_unique',
    );
  });

  it('is refused in a closed period', async () => {
    await app.query('insert into period_lock values ($1, $2, $3, now())', [
      books.organizationId,
      today,
      newId(),
    ]);
    expect(await refusalOf(() => insertEntry(balanced))).toBe('PERIOD_CLOSED');
    expect(await refusalOf(() => insertEntry(balanced, { date: '2026-03-11' }))).toBe('accepted');
  });
});

describe('what is in the books', () => {
  const attacks = [
    `update journal_entry set description = 'other'`,
    'delete from journal_entry',
    'truncate journal_entry cascade',
    'update posting set amount_minor = 1',
    'delete from posting',
    'truncate posting',
    'update account_balance set debit_minor = 0',
    'delete from account_balance',
    'update ledger_head set sequence = 0',
    'delete from period_lock',
    'update organization set is_demo = true',
    'delete from organization',
    `update account set type = 'INCOME'`,
    'delete from account',
    'alter table posting disable trigger all',
    'drop table posting',
  ];
  it.each(attacks)("can't be changed by the app: %s", async (attack) => {
    await post(sale());
    expect(await refusalOf(() => app.query(attack))).toMatch(/permission denied|must be owner/);
  });

  it.each([
    `update journal_entry set description = 'other'`,
    'delete from journal_entry',
    'update posting set amount_minor = 1',
    'delete from posting',
    'truncate journal_entry cascade',
    'update organization set is_demo = true',
  ])("can't be changed by the owner: %s", async (attack) => {
    await post(sale());
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await expect(owner.query(attack)).rejects.toMatchObject({ hint: 'IMMUTABLE' });
    await owner.end();
  });

  it("a closed period can't be opened again", async () => {
    const close = (through: string) =>
      app.query('insert into period_lock values ($1, $2, $3, now())', [
        books.organizationId,
        through,
        newId(),
      ]);
    await close('2026-02-28');
    expect(await refusalOf(() => close('2026-01-31'))).toBe('PERIOD_CLOSED');
  });
});

describe('posting', () => {
  it('the same key and body again changes nothing', async () => {
    const first = await post(sale());
    const second = await post(sale(), sale('two'));
    expect(second).toEqual([
      { id: first[0]?.id, isNew: false },
      expect.objectContaining({ isNew: true }),
    ]);
  });

  it('the same key with another body is a conflict', async () => {
    await post(sale());
    await expect(post(sale('one', 200n))).rejects.toMatchObject({
      refusal: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });

  it('keeps the balances, per day', async () => {
    await post(sale('a', 100n), sale('b', 50n));
    const { rows } = await app.query(
      `select code, debit_minor, credit_minor from account_balance join account on id = account_id order by code`,
    );
    expect(rows).toEqual([
      { code: '1000', debit_minor: '150', credit_minor: '0' },
      { code: '4000', debit_minor: '0', credit_minor: '150' },
    ]);
  });

  it('at the same time from many sides leaves no gap', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => post(sale(`k${i}`))));
    const { rows } = await app.query('select sequence from journal_entry order by 1');
    expect(rows.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
  });

  it('writes an event for each entry in the same transaction', async () => {
    await post(sale('a'), sale('b'));
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query(
      `select event->'data'->>'sequence' as sequence, event->'data'->>'description' as description from outbox
       where organization_id = $1 and topic = 'ledger_entry_posted' order by position`,
      [books.organizationId],
    );
    await owner.end();
    const { description } = sale('a');
    expect(rows).toEqual([
      { sequence: '1', description },
      { sequence: '2', description },
    ]);
  });
});
