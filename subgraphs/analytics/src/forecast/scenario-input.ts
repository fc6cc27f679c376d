import { badInput } from '@finflow/shared/graphql/connection';
import { isId } from '@finflow/shared/ids';
import type { LocalDate } from '@finflow/shared/local-date';
import type { ScenarioInput } from '../forecasting/known/outlook.ts';

type CustomerLate = { readonly customerId: string; readonly days: number };
type CustomerLost = { readonly customerId: string; readonly openInvoicesLost?: boolean | null };
type Amount = { readonly amountMinor: bigint; readonly code?: string | null };

/** One change as it is asked for: exactly one of its fields. */
export type ScenarioChange = {
  readonly paysLater?: CustomerLate | null;
  readonly lostCustomer?: CustomerLost | null;
  readonly everyMonth?: (Amount & { readonly from: LocalDate }) | null;
  readonly once?: (Amount & { readonly on: LocalDate }) | null;
};

const mostChanges = 10;
const mostDays = 365;
/** Ten million million minor units: beyond it floating point would no longer hold every one of them. */
const mostMinor = 10n ** 13n;

/** @throws GraphQLError BAD_USER_INPUT for what can't be, or is too much */
export function readScenario(changes: readonly ScenarioChange[]): ScenarioInput[] {
  if (changes.length > mostChanges)
    throw badInput(`A scenario has at most ${mostChanges} changes.`);
  return changes.map(readChange);
}

/** @throws GraphQLError BAD_USER_INPUT for an amount of a day that the books know already: it would change nothing, and look as if it did */
export function mustBeToCome(scenarios: readonly ScenarioInput[], today: LocalDate): void {
  for (const scenario of scenarios) {
    if (!('amountMinor' in scenario)) continue;
    const isOnce = scenario.kind === 'ONCE';
    const field = isOnce ? 'once.on' : 'everyMonth.from';
    if ((isOnce ? scenario.on : scenario.from) > today) continue;
    throw badInput(`${field} must be a day to come, after ${today}.`);
  }
}

function readChange({ paysLater, lostCustomer, everyMonth, once }: ScenarioChange): ScenarioInput {
  const given = [paysLater, lostCustomer, everyMonth, once].filter((change) => change != null);
  if (given.length !== 1) throw badInput('Each change of a scenario has exactly one field.');
  if (paysLater) return readDelay(paysLater);
  if (lostCustomer) {
    const { customerId, openInvoicesLost } = lostCustomer;
    mustBeCustomer(customerId);
    return { kind: 'LOST_CUSTOMER', customerId, openInvoices: openInvoicesLost ? 'LOST' : 'PAID' };
  }
  if (everyMonth) return { kind: 'EVERY_MONTH', from: everyMonth.from, ...readAmount(everyMonth) };
  if (once) return { kind: 'ONCE', on: once.on, ...readAmount(once) };
  throw new Error('One of the four was given.');
}

function readDelay({ customerId, days }: CustomerLate): ScenarioInput {
  mustBeCustomer(customerId);
  if (Math.abs(days) > mostDays) throw badInput(`days must be -${mostDays} to ${mostDays}.`);
  return { kind: 'PAYS_LATER', customerId, days };
}

function readAmount({ amountMinor, code }: Amount) {
  const size = amountMinor < 0n ? -amountMinor : amountMinor;
  if (size > mostMinor) throw badInput(`amountMinor must be -${mostMinor} to ${mostMinor}.`);
  return { amountMinor, category: code ?? null };
}

function mustBeCustomer(customerId: string): void {
  if (!isId(customerId)) throw badInput('customerId is not an id.');
}
