import { weekdayOf } from './day-number.ts';

/** How much likelier money arrives on a weekday than on any day, Monday first. All 1 when nothing is known. */
export type WeekdayFactors = readonly number[];

export const noWeekdays: WeekdayFactors = [1, 1, 1, 1, 1, 1, 1];

/** Payments that the belief "every weekday alike" weighs as much as. */
const evenStrength = 70;

/** Learned from the days on which payments came: banks move nothing at weekends, some payers have their day. */
export function weekdayFactors(days: Iterable<number>): WeekdayFactors {
  const counts = noWeekdays.map(() => evenStrength / 7);
  let total = evenStrength;
  for (const day of days) {
    const weekday = weekdayOf(day);
    counts[weekday] = (counts[weekday] ?? 0) + 1;
    total += 1;
  }
  return counts.map((count) => (7 * count) / total);
}

/** Moves chances between the days of `chances` (index 0 is `firstDay`) by weekday; their sum stays. In place. */
export function tilt(chances: Float64Array, firstDay: number, factors: WeekdayFactors): void {
  let [before, after] = [0, 0];
  let weekday = weekdayOf(firstDay);
  for (let index = 0; index < chances.length; index += 1) {
    const chance = chances[index] ?? 0;
    const tilted = chance * (factors[weekday] ?? 1);
    weekday = weekday === 6 ? 0 : weekday + 1;
    before += chance;
    after += tilted;
    chances[index] = tilted;
  }
  if (after <= 0) return;
  const scale = before / after;
  for (let index = 0; index < chances.length; index += 1)
    chances[index] = (chances[index] ?? 0) * scale;
}
