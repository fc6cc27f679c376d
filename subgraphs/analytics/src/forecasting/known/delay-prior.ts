import { fromHazards } from './delay-distribution.ts';
import { once } from '@finflow/shared/once';

/**
 * What is assumed of a payer of whom, and of whose creditor, nothing is known: the chance in 1,000 of paying on a day if not
 * paid before, by days from the due date. An assumption, not a measurement, and it counts for a handful of invoices only:
 * a fifth pays early within 30 days of terms, a quarter of the rest on the day, half within a week, and a few never.
 */
const hazardsPerThousand: readonly (readonly [fromOffset: number, hazard: number])[] = [
  [-60, 1],
  [-30, 7],
  [0, 250],
  [1, 80],
  [8, 50],
  [31, 30],
  [61, 15],
  [91, 5],
  [181, 3],
];

export const priorDelay = once(() =>
  fromHazards(
    (offset) => (hazardsPerThousand.findLast(([from]) => offset >= from)?.[1] ?? 0) / 1000,
  ),
);
