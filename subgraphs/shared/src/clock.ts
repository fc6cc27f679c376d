/** Where time comes from. Passed in, so that tests and the sample company can choose it. Which day it is, only a time zone says (`localDateIn`). */
export type Clock = {
  /** This instant. */
  now(): Date;
};

export const systemClock: Clock = {
  now: () => new Date(),
};

/** A clock that stands at `instant` until it is set again. */
export function fixedClock(instant: string | Date): Clock & { set(to: string | Date): void } {
  let current = new Date(instant);
  return {
    now: () => new Date(current),
    set: (to) => {
      current = new Date(to);
    },
  };
}
