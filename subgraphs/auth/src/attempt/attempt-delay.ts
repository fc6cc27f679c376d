/** How many failures cost nothing, how long the wait grows at most, and how long one failure is remembered. */
export type AttemptRule = {
  readonly free: number;
  readonly capSeconds: number;
  readonly forgiveOneMs: number;
};

const minuteMs = 60_000;

/**
 * One account from one address: after five failures 1 s, 2 s, 4 s and so on, a quarter of an hour at most. Counted per
 * address, so that a stranger who guesses elsewhere can't lock the owner out.
 */
export const accountRule: AttemptRule = { free: 5, capSeconds: 900, forgiveOneMs: 60 * minuteMs };

/**
 * One address, whatever the account; stops sprays over many accounts. Generous and soon forgotten, because a whole
 * office may stand behind one address.
 */
export const addressRule: AttemptRule = { free: 100, capSeconds: 300, forgiveOneMs: 5 * minuteMs };

/** A counter without a failure for this long is thrown away. */
export const forgetAfterMs = 24 * 60 * minuteMs;

/** What is left of `failures` after a time without any. */
export const remembered = (failures: number, idleMs: number, { forgiveOneMs }: AttemptRule) =>
  Math.max(0, failures - Math.floor(idleMs / forgiveOneMs));

/** Seconds to wait after the `failures`-th failure. */
export const delaySeconds = (failures: number, { free, capSeconds }: AttemptRule): number =>
  failures < free ? 0 : Math.min(capSeconds, 2 ** Math.min(failures - free, 30));
