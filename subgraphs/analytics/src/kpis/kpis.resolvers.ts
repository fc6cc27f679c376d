import { badInput } from '@finflow/shared/graphql/connection';
import { money } from '@finflow/shared/money';
import type { KpisResolvers, QueryResolvers } from '../__generated__/resolvers.ts';
import { categoryOfAccount } from '../categories/taxonomy.ts';
import { todayOf } from '../organization/today-of.ts';
import { changePercent, type Compared } from './kpi-figures.ts';
import { topCustomers, topExpenses, topMerchants } from './kpi.queries.ts';
import { readAges, readKpis, type Kpis as KpisParent } from './kpis.service.ts';

const longestTop = 50;

export const kpis: NonNullable<QueryResolvers['kpis']> = async (_root, { input }, { room }) => {
  const { em, clock } = room();
  return readKpis(em, await todayOf(em, clock), input ?? {});
};

export const Kpis: KpisResolvers = {
  comparedWith: ({ before }) => before,
  cash: (kpi) => present(kpi, kpi.cash),
  revenue: (kpi) => compare(kpi, 'revenueMinor'),
  expenses: (kpi) => compare(kpi, 'expensesMinor'),
  profit: (kpi) =>
    present(kpi, {
      current: kpi.sums.revenueMinor - kpi.sums.expensesMinor,
      previous: kpi.sumsBefore.revenueMinor - kpi.sumsBefore.expensesMinor,
    }),
  moneyIn: (kpi) => compare(kpi, 'inMinor'),
  moneyOut: (kpi) => compare(kpi, 'outMinor'),
  invoiced: (kpi) => compare(kpi, 'invoicedMinor'),
  receivables: (kpi) => present(kpi, kpi.receivables),
  burn: ({ burnMinor, currency }) => (burnMinor === null ? null : money(burnMinor, currency)),
  receivableAges: async (kpi, _args, { room }) =>
    (await readAges(room().em, kpi)).map(({ dueMinor, ...age }) => ({
      ...age,
      due: money(dueMinor, kpi.currency),
    })),
  topCustomers: async (kpi, args, { room }) =>
    (await topCustomers(room().em, asked(kpi, args))).map(({ key, count, amountMinor }) => ({
      customer: { id: key },
      count,
      invoiced: money(amountMinor, kpi.currency),
    })),
  topMerchants: async (kpi, args, { room }) =>
    (await topMerchants(room().em, asked(kpi, args))).map(({ key, count, amountMinor }) => ({
      name: key,
      count,
      spent: money(amountMinor, kpi.currency),
    })),
  spendingByCategory: async (kpi, args, { room }) =>
    (await topExpenses(room().em, asked(kpi, args))).map(({ key, amountMinor }) => ({
      accountCode: key,
      category: categoryOfAccount(key),
      spent: money(amountMinor, kpi.currency),
    })),
};

const asked = ({ currency, period }: KpisParent, { first }: { first?: number | null }) => {
  const size = first ?? 5;
  if (size < 1 || size > longestTop) throw badInput(`first must be 1 to ${longestTop}.`);
  return { currency, period, first: size };
};

const compare = (kpi: KpisParent, figure: keyof KpisParent['sums']) =>
  present(kpi, { current: kpi.sums[figure], previous: kpi.sumsBefore[figure] });

const present = ({ currency }: KpisParent, compared: Compared) => ({
  current: money(compared.current, currency),
  previous: money(compared.previous, currency),
  change: money(compared.current - compared.previous, currency),
  changePercent: changePercent(compared),
});
