import type { Clock } from '@finflow/shared/clock';
import { addMonths, startOfMonth, type LocalDate } from '@finflow/shared/local-date';
import { money, type Money } from '@finflow/shared/money';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type CashMonth, closeMonths } from '../cash/cash-months.ts';
import { cashFlowByMonth, receivedThisMonth } from '../cash/cash.service.ts';
import { Organization } from '../organization/organization.entity.ts';
import { todayIn } from '../organization/today-of.ts';
import { readOutlook } from '../receivable/receivable.service.ts';

/** The figures of the first screen, in the organization's base currency. */
export type Dashboard = {
  readonly asOf: LocalDate;
  readonly cash: Money;
  readonly expectedIn30Days: Money;
  readonly expectedIn60Days: Money;
  readonly expectedIn90Days: Money;
  readonly overdue: Money;
  readonly overdueCount: number;
  readonly openCount: number;
  readonly paidThisMonth: Money;
  /** Oldest first, the current one included. */
  readonly months: readonly CashFlowMonth[];
};

export type CashFlowMonth = {
  readonly month: LocalDate;
  readonly moneyIn: Money;
  readonly moneyOut: Money;
  readonly net: Money;
  readonly closingCash: Money;
};

const shownMonths = 24;

/** The dashboard of the organization in which this runs; null until organization_created has arrived. */
export async function readDashboard(em: SqlEntityManager, clock: Clock): Promise<Dashboard | null> {
  const [organization] = await em.find(Organization, {}, { limit: 1 });
  if (!organization) return null;
  const currency = organization.baseCurrency;
  const asOf = todayIn(organization, clock);
  const current = startOfMonth(asOf);
  const [flows, received, outlook] = await Promise.all([
    cashFlowByMonth(em, currency, asOf),
    receivedThisMonth(em, currency, asOf),
    readOutlook(em, currency, asOf),
  ]);
  const months = closeMonths(flows, addMonths(current, 1 - shownMonths), current);
  return {
    asOf,
    cash: money(months.at(-1)?.closingMinor ?? 0n, currency),
    expectedIn30Days: money(outlook.within30DaysMinor, currency),
    expectedIn60Days: money(outlook.within60DaysMinor, currency),
    expectedIn90Days: money(outlook.within90DaysMinor, currency),
    overdue: money(outlook.overdueMinor, currency),
    overdueCount: outlook.overdueCount,
    openCount: outlook.openCount,
    paidThisMonth: money(received, currency),
    months: months.map((month) => present(month, currency)),
  };
}

const present = (
  { month, inMinor, outMinor, closingMinor }: CashMonth,
  currency: string,
): CashFlowMonth => ({
  month,
  moneyIn: money(inMinor, currency),
  moneyOut: money(outMinor, currency),
  net: money(inMinor - outMinor, currency),
  closingCash: money(closingMinor, currency),
});
