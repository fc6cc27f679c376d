import type { Standing } from './rates.ts';

/**
 * What a caller is told of his limit (IETF draft-ietf-httpapi-ratelimit-headers): the policy, and what is left of it, for so many
 * seconds. A refused caller is also told when to come again.
 */
export function rateHeaders(standing: Standing, nowMs: number): Readonly<Record<string, string>> {
  const { class: name, limit, windowSeconds, remaining, isExceeded } = standing;
  const seconds = secondsLeft(standing, nowMs);
  return {
    'ratelimit-policy': `"${name}";q=${limit};w=${windowSeconds}`,
    ratelimit: `"${name}";r=${remaining};t=${seconds}`,
    ...(isExceeded && { 'retry-after': String(seconds) }),
  };
}

/** Whole seconds until the window ends, at least one. */
export const secondsLeft = ({ endsAtMs }: Standing, nowMs: number): number =>
  Math.max(1, Math.ceil((endsAtMs - nowMs) / 1000));

export const rateLimitedSentence = (seconds: number): string =>
  `Too much at once. Come again in ${seconds} s.`;
