import type { QueryPlannerConfig } from '@apollo/query-planner';

/** How every planner of this house plans. */
export const plannerConfig: QueryPlannerConfig = {
  // The subgraphs' texts are sent compiled or kept by the subgraphs; looking for fragments to keep in them costs the planner much.
  reuseQueryFragments: false,
  // Only what goes to the planner with @defer is planned so; for other clients the directive is taken out before.
  incrementalDelivery: { enableDefer: true },
};
