import { RateLimiterMemory, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { RatePolicies, RatePolicy } from './rate-policies.ts';
import type { RateClass, RateSubject } from './rate-subject.ts';

/** What a subject has consumed in its window, and when that ends. */
export type Consumed = { readonly points: number; readonly endsInMs: number };

/** Where consumed points are kept. */
export type RateStore = {
  /** Adds points (negative: gives back) and tells the sum. Rejects when the store can't be reached. */
  add(subject: RateSubject, points: number): Promise<Consumed>;
  close(): Promise<void>;
};

/** Keeps what is consumed in this process: right for one gateway. */
export const createMemoryStore = (policies: RatePolicies): RateStore => ({
  add: addTo(
    limitersBy(
      policies,
      ({ points, windowSeconds }, keyPrefix) =>
        new RateLimiterMemory({ points, duration: windowSeconds, keyPrefix }),
    ),
  ),
  close: () => Promise.resolve(),
});

/** One limiter of rate-limiter-flexible for each class of callers. */
export function limitersBy<L extends RateLimiterAbstract>(
  { user, partner, link, address, credentials }: RatePolicies,
  make: (policy: RatePolicy, keyPrefix: RateClass) => L,
): Readonly<Record<RateClass, L>> {
  return {
    user: make(user, 'user'),
    partner: make(partner, 'partner'),
    link: make(link, 'link'),
    address: make(address, 'address'),
    credentials: make(credentials, 'credentials'),
  };
}

/** `penalty` and `reward` count without refusing: whether it is too much is decided by who asks. */
export const addTo =
  (limiters: Readonly<Record<RateClass, RateLimiterAbstract>>): RateStore['add'] =>
  async ({ class: rateClass, key }, points) => {
    const limiter = limiters[rateClass];
    const { consumedPoints, msBeforeNext } =
      points < 0 ? await limiter.reward(key, -points) : await limiter.penalty(key, points);
    return { points: consumedPoints, endsInMs: Math.max(0, msBeforeNext) };
  };
