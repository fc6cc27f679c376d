import type { Design, Row, Statements, Store } from './memory-database.ts';
import { messagingStatements } from './messaging-statements.ts';

const openStatuses = ['PENDING', 'PROCESSING', 'REQUIRES_ACTION', 'FAILED'];

const nothing = {
  feeMinor: null,
  providerIntentId: null,
  providerChargeId: null,
  methodKind: null,
  failureReference: null,
  cancelRequestedAt: null,
  nextCheckAt: null,
  checks: 0,
  completedAt: null,
};

const statements: Statements = [
  ...messagingStatements,
  [
    'update webhook_inbox set attempts',
    (store) => store.all('webhook_inbox').filter((row) => row['processed_at'] === null),
  ],
  [
    'update webhook_inbox set processed_at',
    (store, [at, outcome, id]) => {
      const row = store.find('webhook_inbox', String(id));
      store.put('webhook_inbox', String(id), { ...row, processed_at: at, outcome });
      return [];
    },
  ],
  ['update webhook_inbox set next_attempt_at', () => []],
  [
    'select id, organization_id from payment',
    (store, [intentId, paymentId]) => {
      const rows = store.all('Payment');
      const one =
        rows.find((row) => row['providerIntentId'] === intentId) ??
        rows.find((row) => row['id'] === paymentId && row['providerIntentId'] === null);
      return one ? [{ id: one['id'], organization_id: one['organizationId'] }] : [];
    },
  ],
  ['update payment set next_check_at = ? where id in', claimDue],
  ["values (?, ?, ?, 'OPEN', ?, ?, ?, ?)", hearOfInvoice],
  ['with balance as (', followBalance],
];

function claimDue(store: Store, [lease, now]: readonly unknown[]): unknown[] {
  const due = store
    .all('Payment')
    .filter(({ nextCheckAt }) => nextCheckAt instanceof Date && nextCheckAt <= Object(now));
  for (const row of due) store.put('Payment', String(row['id']), { ...row, nextCheckAt: lease });
  return due.map((row) => ({ id: row['id'], organization_id: row['organizationId'] }));
}

function hearOfInvoice(store: Store, values: readonly unknown[]): unknown[] {
  const [id, organizationId, number, currency, total, , at] = values;
  const known = store.find('PayableInvoice', String(id));
  const money = { totalMinor: BigInt(String(total)), dueMinor: BigInt(String(total)) };
  const fresh = { id, organizationId, status: 'OPEN', currency, ...money, balanceAt: at };
  store.put('PayableInvoice', String(id), { ...(known ?? fresh), number });
  return [];
}

/** See follow-balance.ts: take over, mirror, call off. */
function followBalance(store: Store, values: readonly unknown[]): unknown[] {
  const [id, organizationId, number, status, currency, total, due, at] = values;
  const now = values.at(-1);
  if (values.length > 10) mirror(store, values.slice(8));
  const known = store.find('PayableInvoice', String(id));
  if (known && String(known['balanceAt']) > String(at)) return [];
  const dueMinor = BigInt(String(due));
  const money = { totalMinor: BigInt(String(total)), dueMinor, balanceAt: at };
  const row = { id, organizationId, number: number ?? known?.['number'] ?? null, status, currency };
  store.put('PayableInvoice', String(id), { ...row, ...money });
  for (const payment of store.all('Payment')) {
    const isOpen = payment['invoiceId'] === id && openStatuses.includes(String(payment['status']));
    if (
      !isOpen ||
      payment['cancelRequestedAt'] ||
      BigInt(String(payment['amountMinor'])) <= dueMinor
    )
      continue;
    const off = { ...payment, cancelRequestedAt: now, nextCheckAt: now };
    store.put('Payment', String(payment['id']), off);
  }
  return [];
}

function mirror(store: Store, values: readonly unknown[]): void {
  const [id, organizationId, invoiceId, currency, amount, methodKind] = values;
  if (store.find('Payment', String(id))) return;
  const money = { amountMinor: BigInt(String(amount)), refundedMinor: 0n, feeMinor: 0n };
  const about = { id, organizationId, invoiceId, status: 'COMPLETED', currency, methodKind };
  store.put('Payment', String(id), { ...nothing, ...about, ...money, provider: 'MANUAL' });
}

/** Triggers and unique indexes that money depends on. */
function guard(store: Store, table: string, row: Row): void {
  if (table === 'Payment' && openStatuses.includes(String(row['status']))) {
    const isSecond = store
      .all('Payment')
      .some(
        (other) =>
          other['id'] !== row['id'] &&
          other['invoiceId'] === row['invoiceId'] &&
          openStatuses.includes(String(other['status'])),
      );
    if (isSecond) throw new Error('payment_one_open_attempt');
  }
  if (table !== 'Refund' || row['status'] === 'FAILED') return;
  const others = store
    .all('Refund')
    .filter((one) => one['paymentId'] === row['paymentId'] && one['status'] !== 'FAILED')
    .filter((one) => one['id'] !== row['id']);
  const total = [...others, row].reduce((sum, one) => sum + BigInt(String(one['amountMinor'])), 0n);
  const payment = store.find('Payment', String(row['paymentId']));
  if (total > BigInt(String(payment?.['amountMinor']))) throw new Error('guard_refund');
}

/** What payments' Postgres does for its services. */
export const paymentsDesign: Design = {
  statements,
  blanks: { Payment: nothing, Refund: { providerRefundId: null, completedAt: null } },
  guard,
};
