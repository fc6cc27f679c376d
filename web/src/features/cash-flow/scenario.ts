import type { ForecastScenarioInput } from '../../__generated__/schema.ts';
import { isLocalDate } from '@finflow/shared/local-date';
import { unreachable } from '../../lib/unreachable.ts';

/** Something that might happen, as the page keeps it in its address. Amounts are minor units of the company's currency. */
export type Change =
  | { readonly kind: 'late'; readonly customerId: string; readonly days: number }
  | { readonly kind: 'lost'; readonly customerId: string; readonly withOpen: boolean }
  | { readonly kind: 'monthly'; readonly amountMinor: bigint; readonly date: string }
  | { readonly kind: 'once'; readonly amountMinor: bigint; readonly date: string };

const parameter = 'if';
/** As many as the endpoint takes. */
export const mostChanges = 10;
/** So many days later, or earlier, a customer may pay; the endpoint takes no more. */
export const mostDays = 365;
/** As much as an address keeps; the endpoint takes no less. */
export const mostMinor = 10n ** 13n - 1n;

/** Reads the changes of an address; what can't be read is left out. */
export const readChanges = (params: URLSearchParams): readonly Change[] =>
  params
    .getAll(parameter)
    .flatMap((text) => readChange(text) ?? [])
    .slice(0, mostChanges);

/** How many changes of an address are left out: those that can't be read, and those that are too many. */
export const countLeftOut = (params: URLSearchParams): number =>
  params.getAll(parameter).length - readChanges(params).length;

/** What to do about a day that the forecast knows already: in its field, and of an address. */
export const chooseDayToCome = 'Choose a day to come.';

/** Whether a change may still happen: nothing changes on a day that the forecast knows. @param asOf the last one */
export const isToCome = (change: Change, asOf: string): boolean =>
  !('date' in change) || change.date > asOf;

/** The address's parameters with other changes. */
export function withChanges(params: URLSearchParams, changes: readonly Change[]): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete(parameter);
  for (const change of changes) next.append(parameter, writeChange(change));
  return next;
}

function readChange(text: string): Change | null {
  const [kind, what = '', more = ''] = text.split('_');
  if (kind === 'late') {
    const days = readDays(more);
    return isId(what) && days !== null ? { kind, customerId: what, days } : null;
  }
  if (kind === 'lost' && isId(what)) return { kind, customerId: what, withOpen: more === 'all' };
  if ((kind === 'monthly' || kind === 'once') && /^-?\d{1,13}$/.test(what) && isLocalDate(more)) {
    return { kind, amountMinor: BigInt(what), date: more };
  }
  return null;
}

/** Whole days of a delay, as an address or a form says them; null for what is none. */
export const readDays = (text: string): number | null =>
  /^-?\d{1,3}$/.test(text) && Math.abs(Number(text)) <= mostDays ? Number(text) : null;

const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);

function writeChange(change: Change): string {
  switch (change.kind) {
    case 'late':
      return `late_${change.customerId}_${change.days}`;
    case 'lost':
      return `lost_${change.customerId}${change.withOpen ? '_all' : ''}`;
    case 'monthly':
    case 'once':
      return `${change.kind}_${change.amountMinor}_${change.date}`;
    default:
      return unreachable(change);
  }
}

/** The change as the endpoint takes it. */
export function toInput(change: Change): ForecastScenarioInput {
  switch (change.kind) {
    case 'late':
      return { paysLater: { customerId: change.customerId, days: change.days } };
    case 'lost':
      return {
        lostCustomer: { customerId: change.customerId, openInvoicesLost: change.withOpen },
      };
    case 'monthly':
      return { everyMonth: { amountMinor: String(change.amountMinor), from: change.date } };
    case 'once':
      return { once: { amountMinor: String(change.amountMinor), on: change.date } };
    default:
      return unreachable(change);
  }
}
