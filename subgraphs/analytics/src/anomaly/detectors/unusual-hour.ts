import type { Detector } from '../finding.ts';
import { sayFact, plural } from '../words.ts';

/** Habits show after so many days' hours. */
const leastUses = 60;
/** What all hours share before anything is known, as if it had been seen. */
const priorUses = 0.5;
/** An hour lends to its neighbours: habits are not kept to the minute. The day is a circle. */
const kernel = [0.05, 0.2, 0.5, 0.2, 0.05];

/** Typed, or paid by card, at an hour of the organization's day at which that hardly ever happens. */
export const unusualHour: Detector = (fact, past) => {
  const { localTime, house } = fact;
  if (!localTime) return null;
  const uses = past.hours(house);
  const total = uses.reduce((sum, count) => sum + count, 0);
  if (total < leastUses) return null;
  const { hour, timeZone } = localTime;
  const shares = smooth(uses, total);
  const own = shares[hour] ?? 0;
  const rarity = shares.filter((share) => share <= own).reduce((sum, share) => sum + share, 0);
  return {
    kind: 'UNUSUAL_HOUR',
    rarity: Math.min(1, rarity),
    group: house,
    explain: () => ({
      reason: `${sayFact(fact)} came between ${sayHour(hour)} and ${sayHour(hour + 1)} (${timeZone.replaceAll('_', ' ')}), when ${plural[fact.source]} hardly ever come.`,
      evidence: [
        { label: 'Before in that hour', value: `on ${uses[hour] ?? 0} days`, record: null },
        { label: 'Most often', value: busiest(uses), record: null },
      ],
    }),
  };
};

/** Each hour's share of what is to be expected, neighbours lending to each other. */
function smooth(uses: readonly number[], total: number): number[] {
  return uses.map((_, hour) => {
    const near = kernel.reduce(
      (sum, weight, place) => sum + weight * (uses[(hour + place - 2 + 24) % 24] ?? 0),
      0,
    );
    return (near + priorUses / 24) / (total + priorUses);
  });
}

const sayHour = (hour: number): string => `${String(hour % 24).padStart(2, '0')}:00`;

function busiest(uses: readonly number[]): string {
  const hour = uses.indexOf(Math.max(...uses));
  return `${sayHour(hour)} to ${sayHour(hour + 1)}, on ${uses[hour] ?? 0} days`;
}
