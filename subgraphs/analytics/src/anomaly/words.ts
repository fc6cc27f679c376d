import type { LocalDate } from '@finflow/shared/local-date';
import { locale } from '@finflow/shared/locale';
import type { Fact } from './fact.ts';

/** An amount that statistics ended with, back in minor units: the one way from floating point to what is shown. */
export const fromLogSize = (logSize: number): bigint => BigInt(Math.round(Math.exp(logSize)));

/** "12 Mar 2026", as screens say it. */
export const sayDate = (date: LocalDate): string => dates.format(new Date(`${date}T00:00:00Z`));

const dates = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** What stands for the fact in a sentence: "“Workshop rent”", "The payment". */
export function sayFact(fact: Fact): string {
  switch (fact.source) {
    case 'ENTRY':
      return fact.text === '' ? 'The entry' : `“${fact.text}”`;
    case 'INVOICE':
      return 'The invoice';
    case 'RECEIPT':
      return 'The payment';
    case 'REFUND':
      return 'The refund';
    case 'FAILURE':
      return 'The failed payment';
    case 'DISPUTE':
      return 'The dispute';
    default:
      return fact.source satisfies never;
  }
}

/** Facts of this kind, of one party: "entries with this text", "payments of this customer". */
export const sayPayeesFacts = ({ source }: Fact): string =>
  source === 'ENTRY' ? 'entries with this text' : `${plural[source]} of this customer`;

export const plural: Readonly<Record<Fact['source'], string>> = {
  ENTRY: 'entries',
  INVOICE: 'invoices',
  RECEIPT: 'payments',
  REFUND: 'refunds',
  FAILURE: 'failed payments',
  DISPUTE: 'disputes',
};

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });

/** "3.2 times", "a tenth": how one size stands to another, from the difference of their logarithms. */
export function sayRatio(logRatio: number): string {
  const ratio = Math.exp(Math.abs(logRatio));
  const times = ratio >= 9.95 ? whole.format(ratio) : ratio.toFixed(1);
  return logRatio >= 0 ? `${times} times` : `1/${times} of`;
}
