import type { FetchNode } from '@apollo/query-planner';
import { Kind, parse, type OperationDefinitionNode } from 'graphql';

/** The planner writes one operation, and with named fragments left off nothing else. */
export function operationOf({ operation }: FetchNode): OperationDefinitionNode {
  const [definition] = parse(operation).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A fetch has an operation');
  return definition;
}
