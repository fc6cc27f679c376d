import type { LocalDate } from '@finflow/shared/local-date';
import { asKnownOn, openAmount, type Invoice } from './books.ts';
import { dayNumber } from './day-number.ts';
import {
  learn,
  meanOffset,
  mix,
  shift,
  type DelayDistribution,
  type DelaySeen,
} from './delay-distribution.ts';
import { priorDelay } from './delay-prior.ts';
import {
  atPace,
  paceOptions,
  recentPace,
  type DatedOutcome,
  type PaceOptions,
} from './recent-pace.ts';
import { fitEffects } from './trait-effects.ts';

/** How late customers pay, learned from what was seen of their invoices. */
export type PaymentDelays = {
  /** Of a customer's invoices with these traits; of a customer never seen, the organization's. */
  readonly of: (customerId: string, traits?: readonly string[]) => DelayDistribution;
  /** Of all customers together. */
  readonly ofAnybody: DelayDistribution;
};

export type DelayOptions = {
  /** After so many days an invoice's outcome counts for half. */
  readonly halfLifeDays: number;
  /** How many of a customer's own invoices the belief about it weighs as much as. */
  readonly customerStrength: number;
  readonly pace: PaceOptions;
};

/** Chosen on the first year of the receivables sample; see bench/README.md. */
const delayOptions: DelayOptions = {
  halfLifeDays: 365,
  customerStrength: 20,
  pace: paceOptions,
};

const priorStrength = 5;
const noTraits: readonly string[] = [];

/** An outcome and whose it was. The offset is the one seen, or expected of what is still open. */
type Outcome = DatedOutcome & {
  readonly traits: readonly string[];
};

/**
 * Learns each customer's delay in three steps, each leaning on the one before: the assumption of `delay-prior.ts`, the
 * organization, the customer. What is believed of a customer before its own invoices speak is the organization's
 * distribution, mixed with the usual scatter of a customer around its own mean: the more was seen of it, the more the latter.
 * Open invoices count for the time they have been unpaid; parts paid count by their share. Traits move the whole
 * distribution by days.
 * @param invoices in any order; what happened after `today` is not looked at
 */
export function paymentDelays(
  invoices: readonly Invoice[],
  today: LocalDate,
  options: DelayOptions = delayOptions,
): PaymentDelays {
  const now = dayNumber(today);
  const raw = outcomesOf(asKnownOn(invoices, today), now, options.halfLifeDays);
  const rough = learn(priorDelay(), priorStrength, raw);
  const effects = fitEffects(raw, offsetsBy(rough));
  const outcomes = raw.map((one) => moved(one, -effects.of(one.traits)));
  const ofAnybody = effects.isEmpty ? rough : learn(priorDelay(), priorStrength, outcomes);
  const learned = learnCustomers(outcomes, ofAnybody, options);
  const paceOf = recentPace(outcomes, (id) => learned.get(id) ?? ofAnybody, now, options.pace);
  const own = new Map([...learned].map(([id, delay]) => [id, atPace(delay, paceOf(id))]));
  const cache = new Map<string, DelayDistribution>();
  return {
    ofAnybody,
    of: (customerId, traits = noTraits) => {
      const basis = own.get(customerId) ?? ofAnybody;
      const laterBy = effects.of(traits);
      if (laterBy === 0) return basis;
      const key = `${String(laterBy)} ${customerId}`;
      const found = cache.get(key) ?? shift(basis, laterBy);
      cache.set(key, found);
      return found;
    },
  };
}

function learnCustomers(
  outcomes: readonly Outcome[],
  ofAnybody: DelayDistribution,
  { customerStrength }: DelayOptions,
): Map<string, DelayDistribution> {
  const offsetOf = offsetsBy(ofAnybody);
  const customers = Map.groupBy(outcomes, ({ customerId }) => customerId);
  const means = new Map(
    [...customers].map(([id, seen]) => [id, Math.round(meanSeen(seen, offsetOf))]),
  );
  const scatter = learn(
    shift(ofAnybody, -meanOffset(ofAnybody)),
    priorStrength,
    outcomes.map((one) => moved(one, -(means.get(one.customerId) ?? 0))),
  );
  const pull = pullToOrganization([...customers.values()], offsetOf);
  return new Map(
    [...customers].map(([id, seen]) => {
      const weight = sum(seen.map((one) => (one.isPaid ? one.weight : one.weight / 2)));
      const belief = mix(shift(scatter, means.get(id) ?? 0), ofAnybody, weight / (weight + pull));
      return [id, learn(belief, customerStrength, seen)];
    }),
  );
}

/** What an invoice tells: each payment is a part of it paid on that day, the rest is unpaid until today. */
const outcomesOf = (invoices: readonly Invoice[], today: number, halfLifeDays: number): Outcome[] =>
  invoices.flatMap((invoice) => {
    if (invoice.amount <= 0) return [];
    const due = dayNumber(invoice.dueOn);
    const from = Math.min(dayNumber(invoice.issuedOn), due) - due;
    const about = { customerId: invoice.customerId, traits: invoice.traits ?? noTraits, due };
    // By the day of issue, which doesn't hang on the outcome: by that of payment, the late would seem more recent.
    const recency = 0.5 ** ((today - due - from) / halfLifeDays);
    const paid = invoice.payments.map(({ on, amount }) => {
      const until = dayNumber(on) - due;
      const share = Math.min(1, amount / invoice.amount);
      const weight = recency * share;
      return { ...about, from: Math.min(from, until), until, isPaid: true, share, weight };
    });
    const open = openAmount(invoice) / invoice.amount;
    if (open <= 0) return paid;
    const until = today + 1 - due;
    return [...paid, { ...about, from, until, isPaid: false, share: open, weight: recency * open }];
  });

const moved = (one: Outcome, days: number): Outcome =>
  days === 0
    ? one
    : { ...one, from: one.from + days, until: one.until + days, due: one.due - days };

/** Weighted mean offset. */
function meanSeen(seen: readonly DelaySeen[], offsetOf: (one: DelaySeen) => number): number {
  const total = sum(seen.map(({ weight }) => weight));
  return total <= 0 ? 0 : sum(seen.map((one) => one.weight * offsetOf(one))) / total;
}

/** Days by which an open invoice is taken to be paid later than it already is, or than is usual, at most. */
const mostAdded = 14;

/**
 * The offset of an outcome; of what is unpaid, the one that the distribution expects of it. Not much more than is sure, though:
 * the mean of the few who pay very late would make a bad payer of everybody who is three weeks late once.
 */
function offsetsBy(distribution: DelayDistribution): (one: DelaySeen) => number {
  const usual = meanOffset(distribution);
  return ({ until, isPaid }) =>
    isPaid ? until : Math.min(meanOffset(distribution, until), Math.max(until, usual) + mostAdded);
}

/**
 * How many invoices a customer needs until its own mean weighs as much as the organization's: variance within customers over
 * variance between them (Bühlmann's credibility), 1 where there are too few customers to tell.
 */
function pullToOrganization(
  customers: readonly (readonly DelaySeen[])[],
  offsetOf: (one: DelaySeen) => number,
): number {
  const groups = customers.filter((seen) => seen.length >= 2);
  if (groups.length < 5) return 1;
  const offsets = groups.map((seen) => seen.map(offsetOf));
  const means = offsets.map(mean);
  const within = mean(offsets.map((own) => variance(own)));
  const sizes = mean(groups.map((seen) => 1 / seen.length));
  return Math.min(10, Math.max(0.25, within / Math.max(1, variance(means) - within * sizes)));
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]): number => sum(values) / Math.max(1, values.length);
const variance = (values: readonly number[]): number => {
  const centre = mean(values);
  return sum(values.map((value) => (value - centre) ** 2)) / Math.max(1, values.length - 1);
};
