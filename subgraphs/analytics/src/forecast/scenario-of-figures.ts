import { fraction } from '@finflow/shared/money';
import { addDays, type LocalDate } from '@finflow/shared/local-date';
import { toMinor } from '../forecasting/known/minor-units.ts';
import type { ScenarioInput } from '../forecasting/known/outlook.ts';
import { daysIn, type Period } from '../forecasting/known/periods.ts';
import { daysOf, type Timed } from '../forecasting/known/scenario.ts';
import type { ShareOfYear } from './figures.ts';
import type { OutlookTarget } from './outlook.ts';

/** Revenue or expense in a scenario: what is left of what history expects, and what comes to it. Minor units. */
export type ScenarioOfFigures = {
  /** Of an amount that history expects, what is left without the customers that are lost. */
  readonly leftOf: (expectedMinor: bigint) => bigint;
  /** Who is left. */
  readonly customers: readonly ShareOfYear[];
  /** What the scenario adds, in which of the periods and to which account. */
  readonly added: readonly Added[];
};

export type Added = {
  readonly period: number;
  readonly category: string | null;
  readonly amountMinor: bigint;
};

type FiguresAsked = {
  readonly target: OutlookTarget;
  readonly customers: readonly ShareOfYear[];
  /** The last day that is known. */
  readonly today: LocalDate;
  /** The periods after it. */
  readonly periods: readonly Period[];
};

/**
 * The figure after no change, after the first one, after the first two, and so on.
 * - A lost customer takes its share of the last year's invoices off revenue, in every period.
 * - An amount of every month, and one that names an account, is revenue or expense from its day on, by the account, or by whether it comes
 *   in or goes out. A single one without an account may be anything, a loan or a machine: it stays a matter of cash.
 * - Who pays later pays as much: neither figure changes.
 */
export function scenarioSteps(
  scenarios: readonly ScenarioInput[],
  asked: FiguresAsked,
): readonly [ScenarioOfFigures, ...ScenarioOfFigures[]] {
  const { target, customers } = asked;
  const lost = new Set<string>();
  const added: Added[] = [];
  const state = () => withoutLost(customers, lost, [...added]);
  const steps: [ScenarioOfFigures, ...ScenarioOfFigures[]] = [state()];
  for (const scenario of scenarios) {
    if (scenario.kind === 'LOST_CUSTOMER' && target === 'REVENUE') lost.add(scenario.customerId);
    if ('amountMinor' in scenario) added.push(...addedBy(scenario, asked));
    steps.push(state());
  }
  return steps;
}

function withoutLost(
  customers: readonly ShareOfYear[],
  lost: ReadonlySet<string>,
  added: readonly Added[],
): ScenarioOfFigures {
  const left = customers.filter(({ key }) => !lost.has(key));
  const [all, rest] = [total(customers), total(left)];
  const leftOf = (expectedMinor: bigint) =>
    rest === all ? expectedMinor : expectedMinor - fraction(expectedMinor, all - rest, all);
  return { leftOf, customers: left, added };
}

/** Nobody's share is below nothing, even of who got more back than it was invoiced. */
const total = (shares: readonly ShareOfYear[]): bigint =>
  shares.reduce((sum, { amountMinor }) => (amountMinor > 0n ? sum + amountMinor : sum), 0n);

type WithAmount = Extract<ScenarioInput, { readonly amountMinor: bigint }>;

function addedBy(scenario: WithAmount, { target, today, periods }: FiguresAsked): Added[] {
  if (figureOf(scenario) !== target) return [];
  const days = periods.reduce((sum, period) => sum + daysIn(period), 0);
  const timed: Timed = { ...scenario, amount: Number(scenario.amountMinor) };
  return daysOf(timed, { today, lastDay: addDays(today, days) }).map(
    ({ on, amount, category }) => ({
      period: periods.findIndex(({ to }) => on <= to),
      category,
      // Cash goes out for an expense, which grows by it.
      amountMinor: target === 'EXPENSE' ? -toMinor(amount) : toMinor(amount),
    }),
  );
}

/** Whose figure an amount belongs to: its account's, by the first digit as the chart of accounts has it. */
function figureOf({ kind, category, amountMinor }: WithAmount): OutlookTarget {
  if (category !== null) {
    if (category.startsWith('4')) return 'REVENUE';
    return /^[56]/.test(category) ? 'EXPENSE' : 'CASH_FLOW';
  }
  if (kind === 'ONCE') return 'CASH_FLOW';
  return amountMinor < 0n ? 'EXPENSE' : 'REVENUE';
}
