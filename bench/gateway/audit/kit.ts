/**
 * What suites of the federation audit import of its own source: here a suite is what it says, and nothing is served over HTTP, so that
 * no package of the audit is needed.
 */

/** Subgraphs fail fetches of which they think that a good plan would do without. */
const punishing = '1';

export type AuditSubgraph = {
  readonly name: string;
  readonly typeDefs: string;
  readonly resolvers: unknown;
};

export type AuditCase = {
  readonly query: string;
  /** Errors count only where the case says whether there are any. */
  readonly expected: { readonly data?: unknown; readonly errors?: boolean };
};

export type AuditSuite = {
  readonly subgraphs: readonly AuditSubgraph[];
  /** Made anew for each gateway: those of mutations carry ids of their own. */
  readonly cases: () => readonly AuditCase[];
};

export const createSubgraph = (
  name: string,
  { typeDefs, resolvers }: Omit<AuditSubgraph, 'name'>,
): AuditSubgraph => ({ name, typeDefs, resolvers });

export const createTest = (query: string, expected: AuditCase['expected']): AuditCase => ({
  query,
  expected,
});

export const serve = (
  _id: string,
  subgraphs: readonly AuditSubgraph[],
  cases: readonly AuditCase[] | AuditSuite['cases'],
): AuditSuite => ({ subgraphs, cases: typeof cases === 'function' ? cases : () => cases });

export const env = { PUNISH_FOR_POOR_PLANS: punishing };

/** A type there; suites that import it as a value find something. */
export const Env = undefined;

export const shouldPunishForPoorPlans = (): boolean => true;
