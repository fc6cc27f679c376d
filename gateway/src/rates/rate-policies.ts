import type { RateClass } from './rate-subject.ts';

/** So many points in a window of so many seconds, which begins with the first call. */
export type RatePolicy = { readonly points: number; readonly windowSeconds: number };

export type RatePolicies = Readonly<Record<RateClass, RatePolicy>>;

/**
 * Points are costs of operations. The largest screen is estimated at some 700, answers settle at about a third of that, so that a user could
 * open seven of them a second, all the time. A bad credential is one point: somebody who mistypes is not stopped, a guesser is.
 */
export const defaultRatePolicies: RatePolicies = {
  user: { points: 300_000, windowSeconds: 60 },
  partner: { points: 120_000, windowSeconds: 60 },
  link: { points: 30_000, windowSeconds: 60 },
  address: { points: 60_000, windowSeconds: 60 },
  credentials: { points: 600, windowSeconds: 60 },
};
