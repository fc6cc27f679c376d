import type { Viewer } from '@finflow/shared/viewer';
import { GraphQLError } from 'graphql';
import type { CostModel, Estimate, WeighedOperation } from '../cost/cost-model.ts';
import { variablesProblem } from '../limits/variable-limits.ts';
import type { Limits } from '../limits/limits.ts';
import { gatewayMetrics } from '../metrics.ts';
import { rateHeaders, rateLimitedSentence, secondsLeft } from '../rates/rate-headers.ts';
import { rateSubjectOf } from '../rates/rate-subject.ts';
import type { Rates, Standing } from '../rates/rates.ts';

/** Who asks, as far as limits care. */
export type Asker = { readonly viewer: Viewer; readonly address: string };

export type CostMode = 'measure' | 'enforce';

export type AdmissionOptions = {
  readonly model: CostModel;
  readonly mode: CostMode;
  /** The dearest operation that is let in. */
  readonly maxCost: number;
  readonly limits: Pick<Limits, 'maxVariableValues'>;
  /** Null: nobody's calls are counted. */
  readonly rates: Rates | null;
  readonly nowMs: () => number;
};

export type Admitted = {
  readonly problem: null;
  readonly estimated: number;
  readonly maximum: number;
  /** RateLimit headers of the answer. */
  readonly headers: Headers;
  /** Tells what it cost by the answer's `data`, and gives back what it did not. */
  readonly settle: (data: unknown) => number;
};

export type Refused = { readonly problem: GraphQLError; readonly headers: Headers };

type Headers = Readonly<Record<string, string>>;

/** Lets operations in, of whatever transport. */
export type Admission = {
  /**
   * Weighs an operation and counts it for its caller.
   * Problems: TOO_MANY_VARIABLES, SLICING_ARGUMENT_REQUIRED, COST_TOO_HIGH (400), RATE_LIMITED (429).
   */
  admit(operation: WeighedOperation, asker: Asker): Promise<Admitted | Refused>;
  /** The same at once, for a subscription: the store hears of it later. The problem, or null. */
  subscribe(operation: WeighedOperation, asker: Asker): GraphQLError | null;
  /** Why a caller is not listened to at all: nothing is left of his limit. Null: he is. */
  refusal(asker: Asker): GraphQLError | null;
  /** Counts a request that came to nothing, such as one that can't be parsed. */
  countRefused(asker: Asker): void;
};

/** Finding out what is wrong with a document takes about as long as fetching some rows. */
const refusedPoints = 50;

export function createAdmission(options: AdmissionOptions): Admission {
  const { rates, nowMs, maxCost } = options;
  const refusal = ({ viewer, address }: Asker): GraphQLError | null => {
    const standing = rates?.refusedBefore(rateSubjectOf(viewer, address));
    return standing ? rateLimited(standing, nowMs()) : null;
  };
  return {
    refusal,
    admit: async (operation, { viewer, address }) => {
      const weighed = weigh(options, operation);
      if (weighed instanceof GraphQLError) return { problem: weighed, headers: {} };
      const { estimated, actual } = weighed;
      const subject = rateSubjectOf(viewer, address);
      const points = pointsOf(estimated);
      const standing = await rates?.take(subject, points);
      const headers = standing ? rateHeaders(standing, nowMs()) : {};
      if (standing?.isExceeded) return { problem: rateLimited(standing, nowMs()), headers };
      return {
        problem: null,
        headers,
        estimated,
        maximum: maxCost,
        settle: (data) => {
          const cost = actual(data);
          gatewayMetrics().costActual.observe(cost);
          if (standing) rates?.giveBack(subject, points - pointsOf(cost), standing);
          return cost;
        },
      };
    },
    subscribe: (operation, asker) => {
      const weighed = weigh(options, operation);
      if (weighed instanceof GraphQLError) return offHttp(weighed);
      const refused = refusal(asker);
      if (refused) return offHttp(refused);
      void rates?.take(rateSubjectOf(asker.viewer, asker.address), pointsOf(weighed.estimated));
      return null;
    },
    countRefused: ({ viewer, address }) => {
      void rates?.take(rateSubjectOf(viewer, address), refusedPoints);
    },
  };
}

/** More than any policy allows. Stores keep whole numbers of 32 bits; one that fails on a larger lets everybody pass. */
const mostPoints = 10_000_000;

const pointsOf = (cost: number): number => Math.min(mostPoints, Math.max(1, cost));

/** What the operation costs, or why it may not be asked for. */
function weigh(
  { model, mode, maxCost, limits }: AdmissionOptions,
  operation: WeighedOperation,
): Estimate | GraphQLError {
  const problem = variablesProblem(operation.variables, limits);
  if (problem) return problem;
  const estimate = model.estimate(operation);
  if (estimate instanceof GraphQLError) return estimate;
  const { estimated } = estimate;
  const isRefused = mode === 'enforce' && estimated > maxCost;
  gatewayMetrics().costEstimated.observe({ outcome: isRefused ? 'refused' : 'ok' }, estimated);
  return isRefused ? costTooHigh(estimated, maxCost) : estimate;
}

/** The problem as a message of a feed carries it, which has no status. */
const offHttp = ({ message, extensions: { http: _http, ...extensions } }: GraphQLError) =>
  new GraphQLError(message, { extensions });

const costTooHigh = (estimated: number, maximum: number) =>
  new GraphQLError(
    `The operation may cost ${estimated}, more than ${maximum}. Ask for fewer rows or fields at once.`,
    { extensions: { code: 'COST_TOO_HIGH', estimated, maximum, http: { status: 400 } } },
  );

const rateLimited = (standing: Standing, nowMs: number) => {
  const retryAfterSeconds = secondsLeft(standing, nowMs);
  return new GraphQLError(rateLimitedSentence(retryAfterSeconds), {
    extensions: { code: 'RATE_LIMITED', retryAfterSeconds, http: { status: 429 } },
  });
};
