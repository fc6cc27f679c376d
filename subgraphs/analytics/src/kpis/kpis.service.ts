import { addDays, addMonths, startOfMonth, type LocalDate } from '@finflow/shared/local-date';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { cashFlowByMonth } from '../cash/cash.service.ts';
import { Organization } from '../organization/organization.entity.ts';
import { burn, daysSalesOutstanding, runwayMonths, type Compared } from './kpi-figures.ts';
import { comparedPeriods, type Period } from './kpi-period.ts';
import { balancesAt, receivableAges, sumsOf, type PeriodSums } from './kpi.queries.ts';

/** The key figures of a period, in the organization's base currency. Minor units. */
export type Kpis = {
  readonly today: LocalDate;
  readonly period: Period;
  readonly before: Period;
  readonly currency: string;
  readonly sums: PeriodSums;
  readonly sumsBefore: PeriodSums;
  readonly cash: Compared;
  readonly receivables: Compared;
  readonly burnMinor: bigint | null;
  readonly runwayMonths: number | null;
  readonly daysSalesOutstanding: number | null;
};

/** Over how many whole months burn is averaged, and over how many days sales for their days outstanding. */
const burnMonths = 3;
const salesDays = 90;

/**
 * Reads the key figures; null until the organization's first event has arrived.
 * @throws GraphQLError BAD_USER_INPUT for a period that can't be
 */
export async function readKpis(
  em: SqlEntityManager,
  today: LocalDate,
  asked: { readonly from?: LocalDate | null; readonly to?: LocalDate | null },
): Promise<Kpis | null> {
  const { period, before } = comparedPeriods(asked, today);
  const [organization] = await em.find(Organization, {}, { limit: 1 });
  if (!organization) return null;
  const currency = organization.baseCurrency;
  const lastDays = { from: addDays(period.to, 1 - salesDays), to: period.to };
  const [sums, sumsBefore, now, then, nets, sales] = await Promise.all([
    sumsOf(em, currency, period),
    sumsOf(em, currency, before),
    balancesAt(em, currency, period.to),
    balancesAt(em, currency, before.to),
    netsOfMonths(em, currency, period.to),
    sumsOf(em, currency, lastDays),
  ]);
  const burnMinor = burn(nets);
  return {
    today,
    period,
    before,
    currency,
    sums,
    sumsBefore,
    cash: { current: now.cashMinor, previous: then.cashMinor },
    receivables: { current: now.receivablesMinor, previous: then.receivablesMinor },
    burnMinor,
    runwayMonths: runwayMonths(now.cashMinor, burnMinor),
    daysSalesOutstanding: daysSalesOutstanding(
      now.receivablesMinor,
      sales.invoicedMinor,
      salesDays,
    ),
  };
}

/** Of the last whole months up to a day; fewer where the books are younger. */
async function netsOfMonths(em: SqlEntityManager, currency: string, to: LocalDate) {
  const isOver = addDays(to, 1) === addMonths(to, 1);
  const end = isOver ? addMonths(to, 1) : startOfMonth(to);
  const flows = await cashFlowByMonth(em, currency, addDays(end, -1));
  const [first] = flows;
  if (!first) return [];
  const netOf = new Map(flows.map(({ month, inMinor, outMinor }) => [month, inMinor - outMinor]));
  // The month in which the books begin holds the opening balance: it says nothing of an average month.
  return Array.from({ length: burnMonths }, (_, index) => addMonths(end, -1 - index))
    .filter((month) => month > first.month)
    .map((month) => netOf.get(month) ?? 0n);
}

/** Open invoices as they are today, whatever the period. */
export const readAges = (em: SqlEntityManager, { currency, today }: Kpis) =>
  receivableAges(em, currency, today);
