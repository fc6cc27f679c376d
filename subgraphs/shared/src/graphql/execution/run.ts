import type {
  FragmentDefinitionNode,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { Path } from 'graphql/jsutils/Path.js';
import type { Viewer } from '../../viewer.ts';
import { isAllowed, type Rule } from '../authorization.ts';
import type { FieldErrors } from './errors.ts';
import type { FieldPlan } from './field-plan.ts';

/** What a compiled operation was compiled from. */
export type Operation = {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
};

/** One run of a compiled operation. */
export type Run = {
  readonly source: Operation;
  readonly context: { readonly viewer: Viewer };
  readonly variables: Record<string, unknown>;
  readonly errors: FieldErrors;
  /** Rules that were asked already: the caller stays the same while an operation runs. */
  readonly answers: Map<readonly Rule[], boolean>;
};

export function satisfies({ answers, context }: Run, rules: readonly Rule[]): boolean {
  const known = answers.get(rules);
  if (known !== undefined) return known;
  const answer = rules.every((rule) => isAllowed(context.viewer, rule));
  answers.set(rules, answer);
  return answer;
}

/** The fourth argument of a resolver. */
export const resolveInfo = (
  run: Run,
  plan: Pick<FieldPlan, 'definition' | 'nodes' | 'parentType'>,
  path: Path,
): GraphQLResolveInfo => ({
  fieldName: plan.definition.name,
  fieldNodes: plan.nodes,
  returnType: plan.definition.type,
  parentType: plan.parentType,
  path,
  schema: run.source.schema,
  fragments: run.source.fragments,
  rootValue: undefined,
  operation: run.source.operation,
  variableValues: run.variables,
});

export const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
