import { formatMinor } from '@finflow/shared/format-money';
import { studentTail } from '../distributions.ts';

import { type Detector, recordOf } from '../finding.ts';
import { usualOf } from '../memory.ts';
import { shrinkSpread, spreadAround } from '../robust.ts';
import { fromLogSize, sayDate, sayFact, sayRatio } from '../words.ts';

const degrees = 4;
const leastInHouse = 20;
const leastInFamily = 5;
/** How much payees of one account are assumed to differ, worth so many of them: one payee alone tells nothing of the next. */
const prior = { spread: 0.7, weight: 4 };

/** Somebody new, and large for the account, or for the house where the account has too little to compare with. */
export const newPayee: Detector = (fact, past) => {
  const { payee } = fact;
  const house = past.latest(fact.house);
  if (payee === null || past.count(payee) > 0 || house.length < leastInHouse) return null;
  const family = past.latest(fact.family);
  const isOfFamily = family.length >= leastInFamily;
  const compared = isOfFamily ? family : house;
  const usual = usualOf(compared);
  const own = {
    spread: spreadAround(
      compared.map(({ logSize }) => logSize),
      usual,
    ),
    count: compared.length,
  };
  const spread = shrinkSpread(own, prior);
  const logRatio = fact.logSize - usual;
  const place = isOfFamily && fact.accountCode !== '' ? `account ${fact.accountCode}` : 'the books';
  return {
    kind: 'NEW_PAYEE',
    rarity: studentTail(logRatio / spread, degrees),
    group: fact.family,
    explain: () => ({
      reason: `${sayFact(fact)} is new, and at ${formatMinor(fact.amountMinor, fact.currency)} is ${sayRatio(logRatio)} what is usual in ${place}.`,
      evidence: [
        {
          label: `Usual in ${place} (middle of the last ${compared.length})`,
          value: formatMinor(fromLogSize(usual), fact.currency),
          record: null,
        },
        { label: 'Earlier with this party', value: 'none', record: null },
        ...compared.slice(-3).map((other) => ({
          label: `In ${place}, on ${sayDate(other.date)}`,
          value: formatMinor(other.amountMinor, other.currency),
          record: recordOf(other),
        })),
      ],
    }),
  };
};
