import { formatMinor } from '@finflow/shared/format-money';
import type { Fact } from '../fact.ts';
import { type Detector, type Finding, recordOf } from '../finding.ts';
import { type Memory, usualOf } from '../memory.ts';
import { sayDate, sayFact, sayPayeesFacts } from '../words.ts';

/** Before anything is known, one fact in a thousand repeats another; worth fifty facts of experience. */
const prior = { repeats: 0.05, facts: 50 };
const leastInHouse = 20;
/** What is less than this part of the house's usual amount isn't worth a look: two coffees on one day. */
const leastShare = 1 / 50;
/** The house's habit is worth this many facts of the payee. */
const houseWeight = 10;

/**
 * The same amount with the same party within three days, or more paid on an invoice than it came to. How odd that is depends on
 * how often it happened: bus tickets repeat each day, rent doesn't.
 */
export const duplicate: Detector = (fact, past) => {
  const { payee } = fact;
  if (payee === null) return null;
  const rarity = repeatRate(payee, fact.house, past);
  const paidTwice = paidBefore(fact, past);
  if (paidTwice.length > 0) return overpaid(fact, paidTwice, { rarity, payee });
  const repeated = past.repeated(fact);
  if (repeated === null || !isWorthALook(fact, past)) return ordinary(payee);
  return {
    kind: 'DUPLICATE',
    rarity,
    group: payee,
    explain: () => ({
      reason: `${sayFact(fact)} of ${formatMinor(fact.amountMinor, fact.currency)} looks like one that was there ${daysApart(repeated, fact)}.`,
      evidence: [
        {
          label: `Same party, on ${sayDate(repeated.date)}`,
          value: formatMinor(repeated.amountMinor, repeated.currency),
          record: recordOf(repeated),
        },
        {
          label: `Repeats among ${sayPayeesFacts(fact)} so far`,
          value: `${past.repeats(payee)} of ${past.count(payee)}`,
          record: null,
        },
      ],
    }),
  };
};

const ordinary = (group: string): Finding => ({
  kind: 'DUPLICATE',
  rarity: 1,
  group,
  explain: () => ({ reason: '', evidence: [] }),
});

/** How often facts of this party repeat another: its own rate, drawn towards the house's. */
function repeatRate(payee: string, house: string, past: Memory): number {
  const ofHouse = (past.repeats(house) + prior.repeats) / (past.count(house) + prior.facts);
  return (past.repeats(payee) + houseWeight * ofHouse) / (past.count(payee) + houseWeight);
}

/** Whether the house is known, and this is not too small for it. */
const isWorthALook = ({ house, logSize }: Fact, past: Memory): boolean =>
  past.count(house) >= leastInHouse &&
  logSize - usualOf(past.latest(house)) >= Math.log(leastShare);

/** Earlier payments of the invoice, where they and this one come to more than its total. */
function paidBefore(fact: Fact, past: Memory): readonly Fact[] {
  const { invoiceId, invoiceTotalMinor, source } = fact;
  if (source !== 'RECEIPT' || invoiceId === null || invoiceTotalMinor === null) return [];
  const earlier = past.latest(fact.payee ?? '').filter((other) => other.invoiceId === invoiceId);
  const paid = earlier.reduce((sum, { amountMinor }) => sum + amountMinor, fact.amountMinor);
  return paid > invoiceTotalMinor ? earlier : [];
}

const overpaid = (
  fact: Fact,
  earlier: readonly Fact[],
  { rarity, payee }: { readonly rarity: number; readonly payee: string },
): Finding => ({
  kind: 'DUPLICATE',
  rarity,
  group: payee,
  explain: () => ({
    reason: `The invoice was paid more than once: with these ${formatMinor(fact.amountMinor, fact.currency)}, more came in than it asked for.`,
    evidence: [
      {
        label: 'The invoice came to',
        value: formatMinor(fact.invoiceTotalMinor ?? 0n, fact.currency),
        record: { entryId: null, paymentId: null, invoiceId: fact.invoiceId },
      },
      ...earlier.slice(-3).map((other) => ({
        label: `Paid on ${sayDate(other.date)}`,
        value: formatMinor(other.amountMinor, other.currency),
        record: recordOf(other),
      })),
    ],
  }),
});

function daysApart(earlier: Fact, later: Fact): string {
  const days = Math.abs(earlier.day - later.day);
  return days === 0 ? 'the same day' : days === 1 ? 'a day before' : `${days} days before`;
}
