import { addDays, daysBetween, type LocalDate } from '@finflow/shared/local-date';
import type { SettledInvoice } from './read-receivables.ts';
import { collectedIn, horizon, type WeeksAhead } from './receivables-models.ts';

/** What somebody would say who is told what nobody knows. `usual` is what an average week of the past brought. */
type Bound = (invoices: readonly SettledInvoice[], origin: LocalDate, usual: number) => WeeksAhead;

/**
 * Told the day on which each issued invoice will be paid; expects the usual of those to
 * come, each week's share of `usual` by how much of the past was paid so many weeks after issue.
 */
const toldEveryPayment: Bound = (invoices, origin, usual) => {
  const known = invoices.filter(({ issuedOn }) => issuedOn < origin);
  return weeksFrom(
    origin,
    (monday, week) => collectedIn(known, monday) + usual * shareOfLater(invoices, origin, week),
  );
};

/**
 * Told how late each customer's invoices that are sent in the same way are paid, all of the file's, the open one's own among them, but not which
 * is paid when; those to come as above.
 */
const toldEveryDelay: Bound = (invoices, origin, usual) => {
  const open = openAt(invoices, origin);
  const days = expectedDays(open, delaysOf(invoices), origin);
  return weeksFrom(
    origin,
    (_, week) => inWeek(days, week) + usual * shareOfLater(invoices, origin, week),
  );
};

/** Told besides every invoice to come, its day and amount. */
const toldEveryInvoice: Bound = (invoices, origin) => {
  const end = addDays(origin, 7 * horizon);
  const toCome = invoices.filter(({ issuedOn }) => issuedOn >= origin && issuedOn < end);
  const all = [...openAt(invoices, origin), ...toCome];
  const days = expectedDays(all, delaysOf(invoices), origin);
  return weeksFrom(origin, (_, week) => inWeek(days, week));
};

export const bounds: Readonly<Record<string, Bound>> = {
  'told every delay': toldEveryDelay,
  'told every delay and invoice': toldEveryInvoice,
  'told every payment': toldEveryPayment,
};

const weeksFrom = (
  origin: LocalDate,
  expect: (monday: LocalDate, week: number) => number,
): WeeksAhead =>
  Array.from({ length: horizon }, (_, week) => expect(addDays(origin, 7 * week), week));

const openAt = (invoices: readonly SettledInvoice[], origin: LocalDate): SettledInvoice[] =>
  invoices.filter(({ issuedOn, settledOn }) => issuedOn < origin && settledOn >= origin);

const kindOf = ({ customerId, traits = [] }: SettledInvoice): string =>
  JSON.stringify([customerId, traits]);

/** A payment stands for days around its own, as few of a kind say more than their days; of 0, 2 and 4, what makes the bound best. */
const spread = 4;

/** Days from the due date to payment, and around it, by kind of invoice; equally likely. */
const delaysOf = (invoices: readonly SettledInvoice[]): ReadonlyMap<string, readonly number[]> =>
  new Map(
    [...Map.groupBy(invoices, kindOf)].map(([kind, own]) => [
      kind,
      own.flatMap(({ dueOn, settledOn }) =>
        Array.from(
          { length: 2 * spread + 1 },
          (_, off) => daysBetween(dueOn, settledOn) + off - spread,
        ),
      ),
    ]),
  );

/** What invoices bring on each day after an origin if they are paid as late as their kind is, and not before it. */
function expectedDays(
  invoices: readonly SettledInvoice[],
  delays: ReadonlyMap<string, readonly number[]>,
  origin: LocalDate,
): Float64Array {
  const days = new Float64Array(7 * horizon);
  for (const invoice of invoices) {
    const gone = daysBetween(invoice.dueOn, origin);
    const isIssued = invoice.issuedOn < origin;
    const possible = (delays.get(kindOf(invoice)) ?? []).filter(
      (delay) => !isIssued || delay >= gone,
    );
    for (const delay of possible) {
      const day = delay - gone;
      if (day >= 0 && day < days.length)
        days[day] = (days[day] ?? 0) + invoice.amount / possible.length;
    }
  }
  return days;
}

const inWeek = (days: Float64Array, week: number): number =>
  days.subarray(7 * week, 7 * week + 7).reduce((sum, amount) => sum + amount, 0);

/** Of what is paid in the week that begins `week` weeks after an origin, the share that was not issued by then: over past origins. */
function shareOfLater(
  invoices: readonly SettledInvoice[],
  origin: LocalDate,
  week: number,
): number {
  let [later, all] = [0, 0];
  for (let past = '2012-03-05'; addDays(past, 7 * week + 7) <= origin; past = addDays(past, 7)) {
    const monday = addDays(past, 7 * week);
    all += collectedIn(invoices, monday);
    later += collectedIn(
      invoices.filter(({ issuedOn }) => issuedOn >= past),
      monday,
    );
  }
  return all === 0 ? 0 : later / all;
}
