import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { newId } from '@finflow/shared/ids';
import type { TestDatabase } from '@finflow/shared/testing/postgres';
import { openDatabase, type Database } from '../src/database.ts';
import { openDesk } from '../src/desk.ts';
import { accountingDatabase, clock, newBooks, type Books } from './support/books.ts';

let database: TestDatabase;
let orm: Database;
let app: Client;
let books: Books;
let invoiceId: string;

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
  invoiceId = await issued();
});

async function draft(of: Books = books): Promise<string> {
  const desk = openDesk({ database: orm, organizationId: of.organizationId, clock });
  const customer = await desk.createCustomer({ name: 'Beispiel AG' });
  if (!('id' in customer)) throw new Error(customer.code);
  const lines = [
    {
      description: 'x',
      quantity: '1',
      unitPriceMinor: 10_000n,
      discountPercent: '0',
      taxPercent: '0',
    },
  ];
  const id = await desk.saveInvoiceDraft({ customerId: customer.id, dueDate: '2026-04-01', lines });
  if (typeof id !== 'string') throw new Error(id.code);
  return id;
}

async function issued(of: Books = books): Promise<string> {
  const id = await draft(of);
  const desk = openDesk({ database: orm, organizationId: of.organizationId, clock });
  const result = await desk.issueInvoice({ invoiceId: id, idempotencyKey: id });
  if (typeof result !== 'string') throw new Error(result.code);
  return id;
}

/** What the database says to the app's role, by its stable code or the constraint's name. Nothing of it stays. */
async function refusalOf(...statements: (readonly [string, ...unknown[]])[]): Promise<string> {
  await app.query('begin');
  try {
    for (const [text, ...values] of statements) await app.query(text, values);
    await app.query('set constraints all immediate');
  } catch (error) {
    const said = error as { hint?: string; constraint?: string; message: string };
    return said.hint ?? said.constraint ?? said.message;
  } finally {
    await app.query('rollback');
  }
  return 'accepted';
}

const settle = (amount: number, { id = invoiceId, currency = 'EUR', surplus = 0 } = {}) =>
  [
    `insert into settlement (id, organization_id, invoice_id, payment_id, amount_minor, surplus_minor, currency,
       paid_on, idempotency_key, created_at) values ($1::uuid, $2, $3, $1::uuid, $4, $5, $6, '2026-03-10', $1::uuid::text, now())`,
    newId(),
    books.organizationId,
    id,
    amount,
    surplus,
    currency,
  ] as const;

describe('an issued invoice', () => {
  it.each([
    `update invoice set total_minor = 1, subtotal_minor = 1 where id = $1`,
    `update invoice set customer_id = gen_random_uuid() where id = $1`,
    `update invoice set due_date = '2027-01-01' where id = $1`,
    `update invoice set number_index = null, number = null, issue_date = null, issue_key = null where id = $1`,
    `update invoice set number_index = 7, number = 'INV-00007' where id = $1`,
    `update invoice_line set net_minor = 1, gross_minor = 1 where invoice_id = $1`,
    `delete from invoice_line where invoice_id = $1`,
    `delete from invoice where id = $1`,
    `insert into invoice_line select gen_random_uuid(), organization_id, invoice_id, 2, description, quantity,
       unit_price_minor, discount_percent, tax_percent, gross_minor, net_minor, tax_minor
     from invoice_line where invoice_id = $1`,
  ])('stays as it is: %s', async (attack) => {
    expect(await refusalOf([attack, invoiceId])).toBe('INVOICE_ISSUED');
  });

  it.each([
    'update invoice set paid_minor = total_minor',
    'update invoice set refunded_minor = 1',
    'update settlement set amount_minor = 1',
    'delete from settlement',
    'delete from refund',
    'update invoice_activity set kind = $$PAID$$',
    'delete from invoice_activity',
    'truncate settlement cascade',
    'update organization set invoice_count = 0',
    'delete from import_row',
    'delete from customer',
  ])('has its money from the database alone: %s', async (attack) => {
    expect(await refusalOf([attack])).toMatch(/permission denied/);
  });
});

describe('money', () => {
  it('is applied up to the total', async () => {
    expect(await refusalOf(settle(10_000))).toBe('accepted');
    expect(await refusalOf(settle(6000), settle(4000))).toBe('accepted');
  });

  it('never completes an invoice twice', async () => {
    expect(await refusalOf(settle(10_001))).toBe('invoice_never_overpaid');
    expect(await refusalOf(settle(10_000), settle(10_000))).toBe('invoice_never_overpaid');
    expect(await refusalOf(settle(6000), settle(4001))).toBe('invoice_never_overpaid');
  });

  it('is positive, in the currency of the invoice, for an issued invoice of ours', async () => {
    expect(await refusalOf(settle(-1))).toBe('settlement_is_positive');
    expect(await refusalOf(settle(0))).toBe('settlement_is_positive');
    expect(await refusalOf(settle(1, { currency: 'USD' }))).toBe('INVOICE_NOT_OPEN');
    expect(await refusalOf(settle(1, { id: await draft() }))).toBe('INVOICE_NOT_OPEN');
    const foreign = await issued(await newBooks(orm));
    expect(await refusalOf(settle(1, { id: foreign }))).toBe('OTHER_ORGANIZATION');
  });

  it('goes back no more than it came in', async () => {
    const payment = settle(6000, { surplus: 500 });
    const back = (amount: number, tax: number, surplus: number) =>
      [
        `insert into refund (id, organization_id, settlement_id, invoice_id, amount_minor, tax_minor, surplus_minor,
           refunded_on, created_at) values ($1, $2, $3, $4, $5, $6, $7, '2026-03-10', now())`,
        newId(),
        books.organizationId,
        payment[1],
        invoiceId,
        amount,
        tax,
        surplus,
      ] as const;
    expect(await refusalOf(payment, back(6000, 0, 500))).toBe('accepted');
    expect(await refusalOf(payment, back(6001, 0, 0))).toBe('AMOUNT_EXCEEDS_PAID');
    expect(await refusalOf(payment, back(0, 0, 501))).toBe('AMOUNT_EXCEEDS_PAID');
    expect(await refusalOf(payment, back(4000, 0, 0), back(2001, 0, 0))).toBe(
      'AMOUNT_EXCEEDS_PAID',
    );
    expect(await refusalOf(payment, back(100, 101, 0))).toBe('refund_is_positive');
    expect(await refusalOf(payment, back(-100, 0, 200))).toBe('refund_is_positive');
  });
});

describe('issuing', () => {
  const issue = (id: string, index: number) =>
    [
      `update invoice set number_index = $2, number = 'INV-' || lpad($2::int::text, 5, '0'), issue_date = '2026-03-10',
         issue_key = $1::uuid::text where id = $1::uuid`,
      id,
      index,
    ] as const;

  it('numbers without a gap and never twice', async () => {
    const id = await draft();
    expect(await refusalOf(issue(id, 2))).toBe('accepted');
    expect(await refusalOf(issue(id, 3))).toBe('NUMBER_GAP');
    expect(await refusalOf(issue(id, 1))).toBe('invoice_organization_id_number_index_unique');
  });

  it('is refused when the totals are not those of the lines', async () => {
    const id = await draft();
    const cheaper = [
      'update invoice set subtotal_minor = 1, total_minor = 1 where id = $1',
      id,
    ] as const;
    expect(await refusalOf(cheaper, issue(id, 2))).toBe('INVOICE_DOES_NOT_ADD_UP');
    const without = ['delete from invoice_line where invoice_id = $1', id] as const;
    expect(await refusalOf(without, issue(id, 2))).toBe('INVOICE_DOES_NOT_ADD_UP');
  });

  it('is refused with another number than the index says', async () => {
    const id = await draft();
    const renamed = [`update invoice set number = 'INV-9' where id = $1`, id] as const;
    expect(await refusalOf(issue(id, 2), renamed)).toBe('INVOICE_ISSUED');
    const odd = [
      `update invoice set number_index = 2, number = 'X', issue_date = '2026-03-10', issue_key = 'k' where id = $1`,
      id,
    ] as const;
    expect(await refusalOf(odd)).toBe('invoice_number');
  });

  it('begins with a draft', async () => {
    const whole = [
      `insert into invoice (id, organization_id, customer_id, number_index, number, currency, issue_date, due_date,
         subtotal_minor, discount_minor, tax_minor, total_minor, issue_key, created_at)
       select gen_random_uuid(), organization_id, customer_id, 2, 'INV-00002', currency, issue_date, due_date,
         subtotal_minor, discount_minor, tax_minor, total_minor, 'k', now() from invoice where id = $1`,
      invoiceId,
    ] as const;
    expect(await refusalOf(whole)).toBe('INVOICE_STARTS_AS_DRAFT');
  });
});

describe('amounts', () => {
  it.each([
    ['update invoice set total_minor = total_minor + 1', 'invoice_sums_up'],
    ['update invoice set tax_minor = -1, total_minor = total_minor - 1', 'invoice_sums_up'],
    ['update invoice set discount_minor = -1, total_minor = total_minor + 1', 'invoice_sums_up'],
  ])('that make no sense are refused: %s', async (attack, code) => {
    expect(await refusalOf([`${attack} where id = $1`, await draft()])).toBe(code);
  });

  it.each([
    ['update invoice_line set quantity = 0', 'line_quantity'],
    ['update invoice_line set unit_price_minor = -1', 'line_amounts'],
    ['update invoice_line set tax_percent = 101', 'line_percents'],
  ])('of lines that make no sense are refused: %s', async (attack, code) => {
    expect(await refusalOf([`${attack} where invoice_id = $1`, await draft()])).toBe(code);
  });
});

describe('rows of another organization', () => {
  it('are not seen and not changed, in any table', async () => {
    await books.write((em) => em.execute('select 1'));
    const { rows } = await app.query<{ name: string }>(
      `select table_name as name from information_schema.columns
       where column_name = 'organization_id' and table_schema = 'public' and table_name <> 'outbox'`,
    );
    const own = await app.query('select from invoice_line');
    expect(own.rowCount).toBe(1);
    await app.query(`select set_config('app.organization_id', $1, false)`, [newId()]);
    for (const { name } of rows) {
      expect([name, (await app.query(`select from ${name}`)).rowCount]).toEqual([name, 0]);
    }
    await app.query(`select set_config('app.organization_id', '', false)`);
    const platforms = ['inbox', 'parked_event', 'lane_event'];
    for (const { name } of rows.filter((row) => !platforms.includes(row.name))) {
      expect([name, (await app.query(`select from ${name}`)).rowCount]).toEqual([name, 0]);
    }
  });
});
