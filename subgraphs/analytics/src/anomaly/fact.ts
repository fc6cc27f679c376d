import type { LocalDate } from '@finflow/shared/local-date';
import { type LocalTime, localTimeIn, type TimeZone, utc } from '@finflow/shared/time-zone';

/** What kinds of records are looked at. An entry is one that people made: the rest of the ledger mirrors the others. */
export const factSources = ['ENTRY', 'INVOICE', 'RECEIPT', 'REFUND', 'FAILURE', 'DISPUTE'] as const;

export type FactSource = (typeof factSources)[number];

/** Where a fact stands in the books, for links. */
export type RecordIds = {
  readonly entryId: string | null;
  readonly paymentId: string | null;
  readonly invoiceId: string | null;
};

/** Something that happened to the organization's money, as the log tells of it. */
export type PlainFact = RecordIds & {
  /** Of the entry, invoice, payment, refund, dispute; of a failure its event. Unique among facts of the organization. */
  readonly id: string;
  readonly source: FactSource;
  /** When it was recorded, milliseconds since 1970. */
  readonly atMs: number;
  /** The business date. */
  readonly date: LocalDate;
  readonly currency: string;
  /** Minor units, never negative. */
  readonly amountMinor: bigint;
  /** Whether money, or a claim to it, came in. */
  readonly isIncoming: boolean;
  /** Of an entry: the account beside cash with the largest posting. Empty otherwise. */
  readonly accountCode: string;
  /** Of an entry: what it was for, as written. Empty otherwise. */
  readonly text: string;
  readonly customerId: string | null;
  /** Of a receipt: what its invoice came to. Null while unknown. */
  readonly invoiceTotalMinor: bigint | null;
  /** Whether the time of day tells of somebody's habit: typed, or paid by card. Imported history doesn't. */
  readonly hasHour: boolean;
  /** Of an entry: when it was reversed. What is taken back is no double of what takes its place. */
  readonly withdrawnAtMs: number | null;
};

/** A fact with what follows from it, worked out once: each is compared with many. */
export type Fact = PlainFact & {
  /** The business date in days since 1970. */
  readonly day: number;
  /** What the organization's clocks showed; null where the time of day tells of nobody's habit. */
  readonly localTime: (LocalTime & { readonly timeZone: TimeZone }) | null;
  /** How large the amount is, for statistics (`logSizeOf`). */
  readonly logSize: number;
  /** Everything of one kind, direction and currency. */
  readonly house: string;
  /** Those of one account; other facts than entries have none, and are a family of their own. */
  readonly family: string;
  /** Those with one party: the same text, or the same customer. Null when neither is known. */
  readonly payee: string | null;
};

/** @param timeZone the organization's */
export function toFact(plain: PlainFact, timeZone: TimeZone = utc): Fact {
  const { source, isIncoming, currency, accountCode, amountMinor } = plain;
  const house = `${source} ${isIncoming ? 'in' : 'out'} ${currency}`;
  const party = source === 'ENTRY' ? normalizeText(plain.text) : (plain.customerId ?? '');
  return {
    ...plain,
    day: Date.parse(`${plain.date}T00:00:00Z`) / 86_400_000,
    localTime: plain.hasHour ? { ...localTimeIn(timeZone, plain.atMs), timeZone } : null,
    logSize: logSizeOf(amountMinor),
    house,
    family: `${house} ${accountCode}`,
    payee: party === '' ? null : `${house} ${party}`,
  };
}

/** Amounts leave the integers here, for statistics only: the natural logarithm of minor units. */
export const logSizeOf = (amountMinor: bigint): number =>
  Math.log(Math.max(1, Number(amountMinor)));

/** Facts are judged in the order in which they were recorded; ids break ties, so that the order is the same at each replay. */
export const byTime = (a: Fact, b: Fact): number =>
  a.atMs - b.atMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const months =
  /\b(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(t|tember)?|oct(ober)?|nov(ember)?|dec(ember)?|q[1-4])\b/g;

/** "Rent July 2026" and "RENT 08/2026" are the same payee: letters only, without months and numbers. */
export function normalizeText(text: string): string {
  const words = text.toLowerCase().replaceAll(months, ' ');
  const letters = words.replaceAll(/[^\p{L}&]+/gu, ' ').trim();
  return letters === '' ? text.toLowerCase().trim() : letters;
}
