import type { HttpResponse } from '@finflow/shared/http/route';
import { graphqlRefusal, headerOf } from '../http/answer.ts';
import type { CallerOf } from '../http/caller-of.ts';
import { rateHeaders, rateLimitedSentence, secondsLeft } from '../rates/rate-headers.ts';
import { guesserOf, rateSubjectOf } from '../rates/rate-subject.ts';
import type { Rates, Standing } from '../rates/rates.ts';

/**
 * Callers as `callerOf` knows them, but 429 for those of whose limit nothing is left, before their body is read; and for addresses
 * that have sent too many credentials that were no good, before the next one is verified.
 */
export const limitedCallers = (
  callerOf: CallerOf,
  rates: Rates | null,
  nowMs: () => number,
): CallerOf => (rates ? limited(callerOf, rates, nowMs) : callerOf);

const limited =
  (callerOf: CallerOf, rates: Rates, nowMs: () => number): CallerOf =>
  async (incoming) => {
    const guesser = guesserOf(incoming.address);
    const isPresenting = headerOf(incoming, 'authorization') !== undefined;
    const guessed = isPresenting ? rates.refusedBefore(guesser) : null;
    if (guessed) return tooMany(guessed, nowMs());
    const caller = await callerOf(incoming);
    if ('status' in caller) {
      if (caller.status === 401) void rates.take(guesser, 1);
      return caller;
    }
    const exhausted = rates.refusedBefore(rateSubjectOf(caller.viewer, incoming.address));
    return exhausted ? tooMany(exhausted, nowMs()) : caller;
  };

function tooMany(standing: Standing, nowMs: number): HttpResponse {
  const seconds = secondsLeft(standing, nowMs);
  const refusal = graphqlRefusal(429, 'RATE_LIMITED', rateLimitedSentence(seconds));
  return { ...refusal, headers: { ...refusal.headers, ...rateHeaders(standing, nowMs) } };
}
