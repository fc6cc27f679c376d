import type { QueryPlannerConfig } from '@apollo/query-planner';

/** How every planner of this house plans. */
export const plannerConfig: QueryPlannerConfig = {
  // The subgraphs' texts are sent compiled or kept by the subgraphs; looking for fragments to keep in them costs the planner much.
  reuseQueryFragments: false,
  // Only what goes to the planner with @defer is planned so; for other clients the directive is taken out before.
  incrementalDelivery: { enableDefer: true },
  // A fetch below a fragment says for which types it is, so that no subgraph is asked for what no fragment wants of the object that came.
  typeConditionedFetching: true,
  // Apollo's 10,000 take seconds, in which nobody else is answered. FinFlow's operations have one possible plan each.
  debug: { maxEvaluatedPlans: 100 },
};

/** The same for the constructor of ApolloGateway, which refuses what its own executor can't follow; ours sets it afterwards. */
export const acceptedPlannerConfig: QueryPlannerConfig = {
  ...plannerConfig,
  typeConditionedFetching: false,
};
