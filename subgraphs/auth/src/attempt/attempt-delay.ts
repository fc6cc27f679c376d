/** How many failures cost nothing, and how long the wait grows at most. */
export type AttemptRule = { readonly free: number; readonly capSeconds: number };

/**
 * One account from one address: after five failures 1 s, 2 s, 4 s and so on, a quarter of an hour at most. Counted per
 * address, so that a stranger who guesses elsewhere can't lock the owner out.
 */
export const accountRule: AttemptRule = { free: 5, capSeconds: 900 };

/** One address, whatever the account: generous, because an office shares one; stops sprays over many accounts. */
export const addressRule: AttemptRule = { free: 100, capSeconds: 300 };

/** Failures older than this no longer count. */
export const forgetAfterMs = 24 * 60 * 60 * 1000;

/** Seconds to wait after the `failures`-th failure in a row. */
export const delaySeconds = (failures: number, { free, capSeconds }: AttemptRule): number =>
  failures < free ? 0 : Math.min(capSeconds, 2 ** Math.min(failures - free, 30));
