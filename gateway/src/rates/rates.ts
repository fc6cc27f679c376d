import { log } from '@finflow/shared/log';
import { LRUCache } from 'lru-cache';
import { gatewayMetrics } from '../metrics.ts';
import type { RatePolicies } from './rate-policies.ts';
import type { RateStore } from './rate-store.ts';
import type { RateClass, RateSubject } from './rate-subject.ts';

/** How a caller stands after something was counted. */
export type Standing = {
  readonly isExceeded: boolean;
  /** Nothing was left before: whatever comes until the window ends is refused. */
  readonly isExhausted: boolean;
  readonly class: RateClass;
  readonly limit: number;
  readonly windowSeconds: number;
  /** Points left in the window. */
  readonly remaining: number;
  readonly endsAtMs: number;
};

export type Rates = {
  /** Counts points. What would exceed the limit is given back but for one point, so that smaller operations still pass. */
  take(subject: RateSubject, points: number): Promise<Standing>;
  /** How the subject stood when it was last refused; null when that is over, or never was. Asks no store. */
  refusedBefore(subject: RateSubject): Standing | null;
  /** Gives back (or takes, when negative) what an operation did not cost after all, unless its window is over. Never rejects. */
  giveBack(subject: RateSubject, points: number, standing: Standing): void;
  close(): Promise<void>;
};

/** Callers who were refused are remembered; beyond so many the oldest are asked about anew. */
const rememberedRefusals = 10_000;
/** A store that failed is left alone for so long: not every request has to wait for it. */
const pauseMs = 5_000;

export type RatesOptions = {
  readonly store: RateStore;
  readonly policies: RatePolicies;
  readonly nowMs: () => number;
};

/**
 * Counts what callers cost. When the store can't be reached everything passes, a metric counts it and the log says so: the limits
 * protect the house from a flood, and a house that takes no payments because a counter is down protects nobody.
 */
export function createRates({ store, policies, nowMs }: RatesOptions): Rates {
  const refused = new LRUCache<string, Standing>({ max: rememberedRefusals });
  let pausedUntilMs = 0;

  async function add(subject: RateSubject, points: number): Promise<Standing> {
    const { points: limit, windowSeconds } = policies[subject.class];
    const open = { class: subject.class, limit, windowSeconds };
    if (nowMs() < pausedUntilMs) return uncounted(open);
    try {
      const consumed = await store.add(subject, points);
      return {
        ...open,
        isExceeded: consumed.points > limit,
        isExhausted: consumed.points - points >= limit,
        remaining: Math.max(0, limit - consumed.points),
        endsAtMs: nowMs() + consumed.endsInMs,
      };
    } catch (error) {
      pausedUntilMs = nowMs() + pauseMs;
      gatewayMetrics().rateStoreFailures.inc();
      log.error('could not count calls: all pass for some seconds', { error });
      return uncounted(open);
    }
  }

  const uncounted = (open: Pick<Standing, 'class' | 'limit' | 'windowSeconds'>): Standing => ({
    ...open,
    isExceeded: false,
    isExhausted: false,
    remaining: open.limit,
    endsAtMs: nowMs() + open.windowSeconds * 1000,
  });

  return {
    take: async (subject, points) => {
      const standing = await add(subject, points);
      if (!standing.isExceeded) return standing;
      gatewayMetrics().rateLimited.inc({ class: subject.class });
      if (points > 1) void add(subject, 1 - points);
      if (standing.isExhausted) refused.set(keyOf(subject), standing);
      return standing;
    },
    refusedBefore: (subject) => {
      const standing = refused.get(keyOf(subject));
      return standing && standing.endsAtMs > nowMs() ? standing : null;
    },
    giveBack: (subject, points, { endsAtMs }) => {
      if (points !== 0 && nowMs() < endsAtMs) void add(subject, -points);
    },
    close: () => store.close(),
  };
}

const keyOf = ({ class: rateClass, key }: RateSubject): string => `${rateClass} ${key}`;
