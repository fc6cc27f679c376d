import { uncategorizedAccount } from '../../categories/taxonomy.ts';
import type { Fact } from '../fact.ts';
import { type Detector, recordOf } from '../finding.ts';
import type { Memory } from '../memory.ts';
import { sayDate, sayFact } from '../words.ts';

const leastFacts = 4;
/** The house's habit is worth this many facts of the payee. */
const houseWeight = 1;

/** Booked to an account on which this payee's entries usually don't stand: perhaps a slip of the hand. */
export const unusualAccount: Detector = (fact, past) => {
  const { payee } = fact;
  // What waits for its category stands nowhere yet.
  if (fact.source !== 'ENTRY' || payee === null || fact.accountCode === uncategorizedAccount)
    return null;
  const facts = past.latest(payee);
  if (facts.length < leastFacts) return null;
  const here = facts.filter(({ accountCode }) => accountCode === fact.accountCode).length;
  const share = shareInHouse(fact, past);
  const usual = mostUsed(facts);
  return {
    kind: 'UNUSUAL_ACCOUNT',
    // Where it usually stands, nothing is odd.
    rarity:
      usual.code === fact.accountCode
        ? 1
        : (here + houseWeight * share) / (facts.length + houseWeight),
    group: payee,
    explain: () => ({
      reason: `${sayFact(fact)} stands on account ${fact.accountCode}; ${usual.count} of the last ${facts.length} like it stood on ${usual.code}.`,
      evidence: facts
        .filter(({ accountCode }) => accountCode === usual.code)
        .slice(-3)
        .map((other) => ({
          label: `On ${sayDate(other.date)}`,
          value: `account ${other.accountCode}`,
          record: recordOf(other),
        })),
    }),
  };
};

/** How much of the house stands on this account; an account that was never used gets half a fact. */
const shareInHouse = (fact: Fact, past: Memory): number =>
  (past.count(fact.family) + 0.5) / (past.count(fact.house) + 1);

function mostUsed(facts: readonly Fact[]): { readonly code: string; readonly count: number } {
  const counts = new Map<string, number>();
  for (const { accountCode } of facts) counts.set(accountCode, (counts.get(accountCode) ?? 0) + 1);
  return [...counts].reduce(
    (best, [code, count]) => (count > best.count ? { code, count } : best),
    { code: '', count: 0 },
  );
}
