import type { QueryPlannerConfig } from '@apollo/query-planner';

/** How every planner of this house plans. */
export const plannerConfig: QueryPlannerConfig = {
  // The subgraphs' texts are sent compiled or kept by the subgraphs; looking for fragments to keep in them costs the planner much.
  reuseQueryFragments: false,
};
