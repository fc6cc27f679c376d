import { chartOfAccounts } from '@finflow/accounting/ledger/chart-of-accounts';
import { genesisHash } from '@finflow/accounting/ledger/entry-hash';
import type { Design, Row, Statements, Store } from './memory-database.ts';
import { messagingStatements, rowsOf } from './messaging-statements.ts';

const accountId = (code: string) => `00000000-0000-7000-8000-00000000${code}`;
export const codeOf = (id: unknown) => String(id).slice(-4);

const minor = (value: unknown) => BigInt(String(value));
const known = (rows: readonly unknown[]) => (rows.length > 0 ? [{ known: 1 }] : []);

const statements: Statements = [
  ...messagingStatements,
  ['select 1 as known from organization', () => [{ known: 1 }]],
  ['from lock_ledger()', (store) => [headOf(store)]],
  [
    'select id, code, type from account',
    () => chartOfAccounts.map(({ code, type }) => ({ id: accountId(code), code, type })),
  ],
  [
    'select 1 as known from journal_entry where idempotency_key = ?',
    (store, [key]) => known(entriesOf(store, [key])),
  ],
  [
    'from journal_entry where idempotency_key in',
    (store, [keys]) =>
      entriesOf(store, JSON.parse(String(keys))).map((row) => ({
        ...row,
        key: row['idempotencyKey'],
      })),
  ],
  ["e.kind = 'REFUND_PAYMENT' and p.side = 'CREDIT'", refundedBefore],
  ['from invoice where id = ? and number_index', findPayable],
  ['from settlement s left join refund r', findSettlement],
  [
    'from invoice where id in (select jsonb',
    (store, [ids]) => {
      const asked: string[] = JSON.parse(String(ids));
      return asked.flatMap((id) => store.find('Invoice', id) ?? []);
    },
  ],
  [
    'select invoice_count as count',
    (store) => [{ count: store.all('Invoice').filter((row) => row['numberIndex']).length }],
  ],
  ['update invoice i set number_index', giveNumbers],
  ['insert into journal_entry (', insertInto('journal_entry')],
  ['insert into posting (', insertInto('posting')],
  ['insert into invoice_activity (', insertInto('invoice_activity')],
  ['insert into settlement (', insertInto('Settlement')],
  ['insert into refund (', insertInto('refund')],
];

function headOf(store: Store): Row {
  const last = store.all('journal_entry').at(-1);
  const { sequence, hash } = last ?? { sequence: 0, hash: genesisHash };
  return { sequence, hash, closedThrough: null };
}

const entriesOf = (store: Store, keys: readonly unknown[]) =>
  store.all('journal_entry').filter((row) => keys.includes(row['idempotencyKey']));

function findPayable(store: Store, [id]: readonly unknown[]): unknown[] {
  const row = store.find('Invoice', String(id));
  if (!row || row['numberIndex'] === null) return [];
  return [{ ...row, dueMinor: minor(row['totalMinor']) - minor(row['paidMinor']) }];
}

function findSettlement(store: Store, [paymentId]: readonly unknown[]): unknown[] {
  const row = store.all('Settlement').find((one) => one['paymentId'] === paymentId);
  if (!row) return [];
  const back = store.all('refund').filter((one) => one['settlementId'] === row['id']);
  const left = (name: string) =>
    back.reduce((rest, one) => rest - minor(one[name]), minor(row[name]));
  const { id, invoiceId } = row;
  const came = minor(row['amountMinor']) + minor(row['surplusMinor']);
  return [{ id, invoiceId, came, amount: left('amountMinor'), surplus: left('surplusMinor') }];
}

function refundedBefore(store: Store, [paymentId]: readonly unknown[]): unknown[] {
  const refunds = store
    .all('journal_entry')
    .filter((row) => row['paymentId'] === paymentId && row['kind'] === 'REFUND_PAYMENT')
    .map(({ id }) => id);
  const credits = store
    .all('posting')
    .filter((row) => refunds.includes(row['entryId']) && row['side'] === 'CREDIT');
  return [{ total: credits.reduce((sum, row) => sum + minor(row['amountMinor']), 0n) }];
}

function giveNumbers(store: Store, [rows]: readonly unknown[]): unknown[] {
  return rowsOf(rows).map(({ invoiceId, numberIndex, number, issueDate, issueKey }) => {
    const issued = { numberIndex, number, issueDate, issueKey };
    const row = { ...store.find('Invoice', String(invoiceId)), ...issued };
    store.put('Invoice', String(invoiceId), row);
    return row;
  });
}

const amounts = ['amountMinor', 'surplusMinor', 'taxMinor'];

function insertInto(table: string) {
  return (store: Store, [rows]: readonly unknown[]): unknown[] => {
    for (const row of rowsOf(rows)) {
      const exact = amounts
        .filter((name) => typeof row[name] === 'string')
        .map((name) => [name, minor(row[name])]);
      store.put(table, String(row['id']), { ...row, ...Object.fromEntries(exact) });
      if (table === 'Settlement') move(store, row, 'paidMinor');
      if (table === 'refund') move(store, row, 'refundedMinor');
    }
    return [];
  };
}

/** The trigger that carries money over to its invoice. */
function move(store: Store, row: Row, column: 'paidMinor' | 'refundedMinor'): void {
  const invoice = store.find('Invoice', String(row['invoiceId']));
  const moved = minor(invoice?.[column]) + minor(row['amountMinor']);
  store.put('Invoice', String(row['invoiceId']), { ...invoice, [column]: moved });
}

/** Triggers and unique indexes that money depends on. */
function guard(store: Store, table: string, row: Row): void {
  const isTwice = (name: string) =>
    store.all(table).some((other) => other['id'] !== row['id'] && other[name] === row[name]);
  if (table === 'journal_entry' && isTwice('idempotencyKey')) throw new Error('entry key unique');
  if (table === 'Settlement' && isTwice('paymentId')) throw new Error('settlement unique');
  if (table !== 'Invoice') return;
  if (minor(row['paidMinor']) > minor(row['totalMinor'])) throw new Error('invoice_never_overpaid');
  if (minor(row['refundedMinor']) > minor(row['paidMinor'])) throw new Error('refunded_too_much');
}

/** What accounting's Postgres does for its services. */
export const accountingDesign: Design = { statements, blanks: {}, guard };
