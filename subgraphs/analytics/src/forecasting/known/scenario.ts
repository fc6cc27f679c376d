import { addDays, addMonths, type LocalDate } from '@finflow/shared/local-date';
import type { Ingredients, Scheduled } from './ingredients.ts';

/** Something that might happen. Amounts in minor units, below zero for what goes out. */
export type Scenario =
  /** The customer pays so many days later than it would; earlier when negative. */
  | { readonly kind: 'PAYS_LATER'; readonly customerId: string; readonly days: number }
  /** The customer gets no further invoices; what it owes is paid as before, or lost. */
  | {
      readonly kind: 'LOST_CUSTOMER';
      readonly customerId: string;
      readonly openInvoices: 'PAID' | 'LOST';
    }
  /** An amount on this day and on the same day of every month after: a hire, a lease. */
  | {
      readonly kind: 'EVERY_MONTH';
      readonly from: LocalDate;
      readonly amount: number;
      readonly category: string | null;
    }
  | {
      readonly kind: 'ONCE';
      readonly on: LocalDate;
      readonly amount: number;
      readonly category: string | null;
    };

/** Applies scenarios one after the other. @returns the books as they are, after the first one, after the first two, and so on */
export function inScenarios(
  ingredients: Ingredients,
  scenarios: readonly Scenario[],
): readonly Ingredients[] {
  const stages = [ingredients];
  let changed = ingredients;
  for (const scenario of scenarios) {
    changed = applyScenario(changed, scenario);
    stages.push(changed);
  }
  return stages;
}

/** The same books as they would look in the scenario. What it doesn't concern is the same object as before. */
function applyScenario(ingredients: Ingredients, scenario: Scenario): Ingredients {
  switch (scenario.kind) {
    case 'PAYS_LATER':
      return payLater(ingredients, scenario.customerId, Math.round(scenario.days));
    case 'LOST_CUSTOMER':
      return loseCustomer(ingredients, scenario.customerId, scenario.openInvoices === 'LOST');
    case 'EVERY_MONTH':
    case 'ONCE':
      return schedule(ingredients, scenario);
    default:
      return unreachable(scenario);
  }
}

function payLater(ingredients: Ingredients, customerId: string, days: number): Ingredients {
  const isTheirs = (one: { readonly customerId: string | null }) => one.customerId === customerId;
  return {
    ...ingredients,
    uncertain: ingredients.uncertain.map((one) =>
      isTheirs(one) ? { ...one, chances: movedBy(one.chances, days) } : one,
    ),
    streams: ingredients.streams.map((one) =>
      isTheirs(one) ? { ...one, expected: movedBy(one.expected, days) } : one,
    ),
  };
}

/** Later days lose what moves beyond the horizon; what would move into the past comes on the first day. */
function movedBy(daily: Float64Array, days: number): Float64Array {
  const moved = new Float64Array(daily.length);
  daily.forEach((value, day) => {
    const target = Math.max(0, day + days);
    if (target < moved.length) moved[target] = (moved[target] ?? 0) + value;
  });
  return moved;
}

const loseCustomer = (
  ingredients: Ingredients,
  customerId: string,
  isOpenLost: boolean,
): Ingredients => ({
  ...ingredients,
  uncertain: ingredients.uncertain.filter(
    (one) => one.customerId !== customerId || (one.source === 'OPEN_INVOICE' && !isOpenLost),
  ),
  streams: ingredients.streams.filter((one) => one.customerId !== customerId),
});

/** An amount with its day, or its days. */
export type Timed = Extract<Scenario, { readonly amount: number }>;

/** The days on which the amount moves, after `today` and up to `lastDay`. */
export function daysOf(
  scenario: Timed,
  { today, lastDay }: { readonly today: LocalDate; readonly lastDay: LocalDate },
): Scheduled[] {
  const all = scenario.kind === 'ONCE' ? [scenario] : monthly(scenario, lastDay);
  return all.filter(({ on }) => on > today && on <= lastDay);
}

/** The days of each month from the first on; the 31st is the last day of a shorter month. */
function monthly(
  { from, amount, category }: Extract<Scenario, { kind: 'EVERY_MONTH' }>,
  end: LocalDate,
): Scheduled[] {
  const found: Scheduled[] = [];
  for (let month = addMonths(from, 0); month <= end; month = addMonths(month, 1)) {
    const lastDay = addDays(addMonths(month, 1), -1);
    const wanted = addDays(month, Number(from.slice(8)) - 1);
    found.push({ on: wanted > lastDay ? lastDay : wanted, amount, category });
  }
  return found;
}

const schedule = (ingredients: Ingredients, scenario: Timed): Ingredients => {
  const { today, days, scheduled } = ingredients;
  const added = daysOf(scenario, { today, lastDay: addDays(today, days) });
  return { ...ingredients, scheduled: [...scheduled, ...added] };
};

function unreachable(scenario: never): never {
  throw new RangeError(`Unknown scenario ${JSON.stringify(scenario)}`);
}
