import { countOf } from '../../lib/count-of.ts';
import { formatDate } from '../../lib/format-date.ts';
import { formatMoney, fromMinor } from '../../lib/format-money.ts';
import { unreachable } from '../../lib/unreachable.ts';
import { type Change, chooseDayToCome } from './scenario.ts';

type Names = { readonly currency: string; readonly customerName: string };

/** "Alder & Finch pays 30 days later". */
export function changeInWords(change: Change, { currency, customerName }: Names): string {
  switch (change.kind) {
    case 'late': {
      const days = countOf(Math.abs(change.days), 'day');
      return `${customerName} pays ${days} ${change.days < 0 ? 'earlier' : 'later'}`;
    }
    case 'lost': {
      const open = change.withOpen ? ', and does not pay what it owes' : '';
      return `${customerName} orders nothing more${open}`;
    }
    case 'monthly':
      return `${signed(change.amountMinor, currency)} every month from ${formatDate(change.date)}`;
    case 'once':
      return `${signed(change.amountMinor, currency)} on ${formatDate(change.date)}`;
    default:
      return unreachable(change);
  }
}

/** That an address says more than the page can use, and what about those whose day is over. */
export function leftOutInWords(changes: number, ofPast: number): string {
  const leftOut = `${countOf(changes, 'change')} in this address can’t be used and ${changes === 1 ? 'is' : 'are'} left out.`;
  if (ofPast === 0) return leftOut;
  return `${leftOut} ${countOf(ofPast, 'date')} ${ofPast === 1 ? 'is' : 'are'} past. ${chooseDayToCome}`;
}

/** Which way the money goes stands in the sign and in the word. */
const signed = (minor: bigint, currency: string): string =>
  minor < 0n
    ? `${formatMoney(fromMinor(-minor, currency))} goes out`
    : `${formatMoney(fromMinor(minor, currency))} comes in`;
