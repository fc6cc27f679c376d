import type { DeferredNode, PlanNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { compilePlan } from './compile-plan.ts';
import type { Step } from './run.ts';

/** A plan of which parts may be answered later. */
export type Steps = { readonly primary: Step; readonly deferred: readonly DeferredStep[] };

/** What fetches the data of one deferred fragment. */
export type DeferredStep = {
  /** The deferral's, as the planner got it. */
  readonly id: string;
  /** Fetches that must have come before: what is fetched hangs on their entities. */
  readonly depends: readonly string[];
  readonly steps: Steps;
};

/** Compiles a plan whose deferred parts stand at its top, as the planner puts them. */
export function compileSteps(node: PlanNode | undefined, schema: GraphQLSchema): Steps {
  if (node?.kind !== 'Defer') return { primary: compiledOrNothing(node, schema), deferred: [] };
  return {
    primary: compiledOrNothing(node.primary.node, schema),
    deferred: node.deferred.map((deferred) => ({
      id: labelOf(deferred),
      depends: deferred.depends.map(({ id }) => id),
      steps: compileSteps(deferred.node, schema),
    })),
  };
}

const compiledOrNothing = (node: PlanNode | undefined, schema: GraphQLSchema): Step =>
  node ? compilePlan(node, schema) : async () => undefined;

function labelOf({ label }: DeferredNode): string {
  if (label === undefined)
    throw new Error('Each deferred fragment went to the planner with a label');
  return label;
}
