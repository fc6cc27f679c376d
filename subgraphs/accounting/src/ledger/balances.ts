import type { LocalDate } from '@finflow/shared/local-date';
import { money, zero, type Money } from '@finflow/shared/money';
import { baseCurrency } from '../organization/base-currency.ts';
import type { Room } from '../room.ts';
import { Account } from './account.entity.ts';
import { isDebitNormal } from './chart-of-accounts.ts';

type Row = { readonly accountId: string; readonly currency: string; readonly balance: string };

/** Debits less credits of each account and currency at the end of a day, from the balances that the database keeps. */
async function balancesAt({ em }: Room, asOf: LocalDate) {
  const rows = await em.execute<Row[]>(
    `select account_id as "accountId", currency, sum(debit_minor - credit_minor)::text as balance
     from account_balance where day <= ? group by account_id, currency`,
    [asOf],
  );
  return rows.map(({ balance, ...row }) => ({ ...row, minor: BigInt(balance) }));
}

/** Balances in the base currency, positive on each account's normal side. */
export async function accountBalances(
  room: Room,
  accounts: readonly Account[],
  asOf: LocalDate,
): Promise<Money[]> {
  const [rows, currency] = await Promise.all([balancesAt(room, asOf), baseCurrency(room)]);
  const minorOf = new Map(
    rows.filter((row) => row.currency === currency).map((row) => [row.accountId, row.minor]),
  );
  return accounts.map(({ id, type }) => {
    const minor = minorOf.get(id) ?? 0n;
    return money(isDebitNormal(type) ? minor : -minor, currency);
  });
}

/** Every account at the end of a day, by code: what is left stands on one side. Totals per currency. */
export async function trialBalanceAt(room: Room, asOf: LocalDate) {
  const [balances, currency, accounts] = await Promise.all([
    balancesAt(room, asOf),
    baseCurrency(room),
    room.em.findAll(Account, { orderBy: { code: 'asc' } }),
  ]);
  const byAccount = Map.groupBy(balances, ({ accountId }) => accountId);
  const rows = accounts.flatMap((account) =>
    (byAccount.get(account.id) ?? [{ currency, minor: 0n }]).map((balance) => ({
      account,
      ...onItsSide(money(balance.minor, balance.currency)),
    })),
  );
  const totals = [...new Set([currency, ...balances.map((row) => row.currency)])]
    .sort()
    .map((code) => totalOf(rows, code));
  return {
    asOf,
    rows,
    totals,
    isBalanced: totals.every(({ difference }) => difference.minor === 0n),
  };
}

type Sides = { readonly debit: Money; readonly credit: Money };

const onItsSide = (balance: Money): Sides =>
  balance.minor >= 0n
    ? { debit: balance, credit: zero(balance.currency) }
    : { debit: zero(balance.currency), credit: money(-balance.minor, balance.currency) };

function totalOf(rows: readonly Sides[], currency: string) {
  const total = (side: keyof Sides) =>
    rows
      .filter((row) => row[side].currency === currency)
      .reduce((sum, row) => sum + row[side].minor, 0n);
  const [debit, credit] = [total('debit'), total('credit')];
  return {
    currency,
    debit: money(debit, currency),
    credit: money(credit, currency),
    difference: money(debit - credit, currency),
  };
}
