import { createCostModel } from '../cost/cost-model.ts';
import type { Limits } from '../limits/limits.ts';
import { createPostgresStore } from '../rates/postgres-rate-store.ts';
import { defaultRatePolicies, type RatePolicies } from '../rates/rate-policies.ts';
import { createMemoryStore } from '../rates/rate-store.ts';
import { createRates, type Rates } from '../rates/rates.ts';
import { createAdmission, type Admission, type CostMode } from './admission.ts';

export type AdmissionSettings = {
  /** Left out: `enforce`. */
  readonly costMode?: CostMode;
  /** The dearest operation that is let in. Left out: some seven times the largest screen. */
  readonly maxCost?: number;
  /** False: nobody's calls are counted, as for a load test. */
  readonly countsCalls?: boolean;
  readonly ratePolicies?: Partial<RatePolicies>;
  /** Where several gateways count together. Left out or null: each counts for itself. */
  readonly rateDatabaseUrl?: string | null;
};

export const defaultMaxCost = 5_000;

/** Admission and rates of one gateway, from its settings. */
export function createGatewayAdmission(
  limits: Limits,
  settings: AdmissionSettings,
  nowMs: () => number,
): {
  /** What operations cost depends on the supergraph, what callers have used does not. */
  readonly admissionOf: (supergraphSdl: string) => Admission;
  readonly rates: Rates | null;
} {
  const { costMode = 'enforce', maxCost = defaultMaxCost } = settings;
  const rates = settings.countsCalls === false ? null : ratesOf(settings, nowMs);
  return {
    rates,
    admissionOf: (supergraphSdl) => {
      const model = createCostModel(supergraphSdl);
      return createAdmission({ model, mode: costMode, maxCost, limits, rates, nowMs });
    },
  };
}

function ratesOf({ ratePolicies, rateDatabaseUrl }: AdmissionSettings, nowMs: () => number): Rates {
  const policies = { ...defaultRatePolicies, ...ratePolicies };
  const store = rateDatabaseUrl
    ? createPostgresStore(rateDatabaseUrl, policies)
    : createMemoryStore(policies);
  return createRates({ store, policies, nowMs });
}
