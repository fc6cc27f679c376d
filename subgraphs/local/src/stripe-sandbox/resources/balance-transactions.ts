import type Stripe from 'stripe';
import { noSuch } from '../api/api-error.ts';
import { LIST_PARAMETERS, listPage } from '../api/list.ts';
import { allowOnly, text } from '../api/params.ts';
import { type Call, ok, type Route } from '../api/route.ts';
import { newId } from '../ids.ts';
import type { BalanceTransaction } from '../objects.ts';
import { nowSeconds, type World } from '../world.ts';

const TWO_DAYS = 2 * 86_400;

export interface Movement {
  readonly type: Stripe.BalanceTransaction.Type;
  readonly reportingCategory: string;
  /** Minor units; negative when money leaves. */
  readonly amount: number;
  readonly currency: string;
  /** Minor units, never negative unless a fee is given back. */
  readonly fee: number;
  readonly feeDescription?: string;
  readonly source: string;
  readonly description: string | null;
  /** Money of card payments becomes available after two days; the rest at once. */
  readonly isPending: boolean;
}

/** Books a movement of the balance; net = amount less fee. */
export function bookMovement(world: World, movement: Movement): BalanceTransaction {
  const { amount, currency, fee, isPending } = movement;
  const created = nowSeconds(world);
  const row = {
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: isPending ? created + TWO_DAYS : created,
    balance_type: 'payments',
    created,
    currency,
    description: movement.description,
    exchange_rate: null,
    fee,
    fee_details:
      fee === 0
        ? []
        : [
            {
              amount: fee,
              application: null,
              currency,
              description: movement.feeDescription ?? 'Stripe processing fees',
              type: 'stripe_fee',
            },
          ],
    net: Number(BigInt(amount) - BigInt(fee)),
    reporting_category: movement.reportingCategory,
    source: movement.source,
    status: isPending ? 'pending' : 'available',
    type: movement.type,
  } satisfies Stripe.BalanceTransaction;
  world.store.put('balance_transactions', row);
  return row;
}

/** As seen now: what was pending two days ago is available. */
const asOfNow = (row: BalanceTransaction, now: number): BalanceTransaction => ({
  ...row,
  status: row.available_on <= now ? 'available' : 'pending',
});

function retrieve({ world, id }: Call) {
  const row = world.store.get('balance_transactions', id);
  if (row === undefined) throw noSuch('balance transaction', id, 'id');
  return ok(asOfNow(row, nowSeconds(world)));
}

function list({ world, params }: Call) {
  allowOnly(params, [...LIST_PARAMETERS, 'payout', 'source', 'type', 'currency']);
  const [payout, source, type, currency] = ['payout', 'source', 'type', 'currency'].map((name) =>
    text(params, name),
  );
  const rows = world.store
    .all('balance_transactions')
    .filter((row) => payout === undefined || isPaidOutBy(world, row, payout))
    .filter((row) => source === undefined || row.source === source)
    .filter((row) => type === undefined || row.type === type)
    .filter((row) => currency === undefined || row.currency === currency)
    .map((row) => asOfNow(row, nowSeconds(world)));
  return ok(listPage(rows, params, '/v1/balance_transactions'));
}

const isPaidOutBy = (world: World, row: BalanceTransaction, payout: string): boolean =>
  world.store.get('paid_out', row.id)?.payoutId === payout || row.source === payout;

function balance({ world }: Call) {
  const now = nowSeconds(world);
  const rows = world.store.all('balance_transactions');
  const total = (status: 'available' | 'pending') => {
    const perCurrency = new Map<string, bigint>([['usd', 0n]]);
    for (const row of rows.map((movement) => asOfNow(movement, now))) {
      const share = row.status === status ? BigInt(row.net) : 0n;
      perCurrency.set(row.currency, (perCurrency.get(row.currency) ?? 0n) + share);
    }
    return [...perCurrency].map(([currency, amount]) => ({ amount: Number(amount), currency }));
  };
  return ok({
    object: 'balance',
    available: total('available'),
    livemode: false,
    pending: total('pending'),
  } satisfies Stripe.Balance);
}

export const balanceRoutes: readonly Route[] = [
  { method: 'GET', path: '/v1/balance', handle: balance },
  { method: 'GET', path: '/v1/balance_transactions', handle: list },
  { method: 'GET', path: '/v1/balance_transactions/:id', handle: retrieve },
];
