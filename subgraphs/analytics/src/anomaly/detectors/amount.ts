import { formatMinor } from '@finflow/shared/format-money';
import { studentTail } from '../distributions.ts';
import type { Fact } from '../fact.ts';
import { type Detector, recordOf } from '../finding.ts';
import { type Memory, usualOf } from '../memory.ts';
import { madToDeviation, median, shrinkSpread, spreadAround } from '../robust.ts';
import { fromLogSize, sayDate, sayFact, sayPayeesFacts, sayRatio } from '../words.ts';

/** Few degrees of freedom, for amounts have heavy tails even on a logarithmic scale. */
const degrees = 4;
/** The house's spread is worth this many facts of the payee. */
const priorWeight = 4;
/** Nobody's amounts are steadier than this: prices rise. As a share of the amount, about. */
const leastSpread = 0.12;
/** What is assumed of payees until the house has shown how steady its payees are. */
const assumedSpread = 0.6;
const leastInHouse = 20;

/**
 * Much more, or much less, than this payee's facts usually come to. Robust z of the logarithm: the payee's median, its median
 * absolute deviation drawn towards how far the house's facts usually are from their payees' medians, and a Student tail.
 */
export const amount: Detector = (fact, past) => {
  const { payee } = fact;
  if (payee === null || past.count(fact.house) < leastInHouse) return null;
  const facts = past.latest(payee);
  if (facts.length === 0) return null;
  const usual = usualOf(facts);
  const own = {
    spread: spreadAround(
      facts.map(({ logSize }) => logSize),
      usual,
    ),
    count: facts.length,
  };
  const prior = { spread: usualSpread(fact, past), weight: priorWeight };
  const spread = Math.max(leastSpread, shrinkSpread(own, prior));
  const logRatio = fact.logSize - usual;
  const t = Math.abs(logRatio) / (spread * Math.sqrt(1 + 1 / facts.length));
  return {
    kind: 'AMOUNT',
    rarity: Math.min(1, 2 * studentTail(t, degrees)),
    group: payee,
    explain: () => ({
      reason: `${sayFact(fact)} came to ${formatMinor(fact.amountMinor, fact.currency)}, ${sayRatio(logRatio)} what ${sayPayeesFacts(fact)} usually come to.`,
      evidence: [
        evidenceOfUsual(usual, facts, fact),
        ...facts.slice(-3).map((other) => ({
          label: `Before, on ${sayDate(other.date)}`,
          value: formatMinor(other.amountMinor, other.currency),
          record: recordOf(other),
        })),
      ],
    }),
  };
};

const evidenceOfUsual = (usual: number, facts: readonly Fact[], { currency }: Fact) => ({
  label: `Usual (middle of the last ${facts.length})`,
  value: formatMinor(fromLogSize(usual), currency),
  record: null,
});

/** How far facts usually are from their payee's usual: the family's, drawn to the house's. */
function usualSpread(fact: Fact, past: Memory): number {
  const of = (key: string) => {
    const distances = past.distances(key);
    const spread = distances.length === 0 ? 0 : madToDeviation * median(distances);
    return { spread, count: distances.length };
  };
  const house = shrinkSpread(of(fact.house), { spread: assumedSpread, weight: priorWeight });
  return shrinkSpread(of(fact.family), { spread: house, weight: priorWeight });
}
