import { toLocalDate, type LocalDate } from './local-date.ts';

/** Where time comes from. Passed in, so that tests and the sample company can choose it. */
export type Clock = {
  /** This instant. */
  now(): Date;
  /** Today's business date, in UTC. */
  today(): LocalDate;
};

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => toLocalDate(new Date()),
};

/** A clock that stands at `instant` until it is set again. */
export function fixedClock(instant: string | Date): Clock & { set(to: string | Date): void } {
  let current = new Date(instant);
  return {
    now: () => new Date(current),
    today: () => toLocalDate(current),
    set: (to) => {
      current = new Date(to);
    },
  };
}
