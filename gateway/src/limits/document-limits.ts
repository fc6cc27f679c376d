import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type DocumentNode,
  type OperationDefinitionNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { Limits } from './limits.ts';
import { countSelections, measureOperation } from './measure-operation.ts';

/**
 * Refuses operations that are deeper or wider than any screen needs, before a plan is made for them. What is refused here is not
 * validated any further: comparing thousands of equal fields with each other would cost more than executing them.
 */
export const documentLimits =
  (limits: Limits): ValidationRule =>
  (context: ValidationContext): ASTVisitor => ({
    Document: (document: DocumentNode) => {
      const problem = documentProblem(document, limits);
      if (!problem) return undefined;
      context.reportError(problem);
      return { ...document, definitions: [] };
    },
  });

/**
 * The first limit that a document exceeds, or null.
 * Codes: TOO_MANY_FRAGMENTS, TOO_MANY_SELECTIONS, FRAGMENT_CYCLE, OPERATION_TOO_DEEP, TOO_MANY_ALIASES, TOO_MANY_ROOT_FIELDS, TOO_MANY_DIRECTIVES.
 */
function documentProblem(document: DocumentNode, limits: Limits): GraphQLError | null {
  const { maxFragments, maxSelections } = limits;
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  if (fragments.length > maxFragments) {
    return refusal('TOO_MANY_FRAGMENTS', `has more than ${maxFragments} fragments`);
  }
  if (countSelections(document) > maxSelections) {
    return refusal('TOO_MANY_SELECTIONS', `has more than ${maxSelections} selections`);
  }
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const problem = operationProblem(definition, document, limits);
    if (problem) return problem;
  }
  return null;
}

function operationProblem(
  operation: OperationDefinitionNode,
  document: DocumentNode,
  { maxDepth, maxAliases, maxRootFields, maxDirectives, maxSpreadOutSelections }: Limits,
): GraphQLError | null {
  const { isCyclic, depth, aliases, width, directives, spreadOut } = measureOperation(
    operation,
    document,
  );
  if (isCyclic) return refusal('FRAGMENT_CYCLE', 'has a fragment that spreads itself');
  if (depth > maxDepth) {
    return refusal('OPERATION_TOO_DEEP', `is deeper than ${maxDepth} fields`);
  }
  if (aliases > maxAliases) {
    return refusal('TOO_MANY_ALIASES', `has more than ${maxAliases} aliases`);
  }
  if (width > maxRootFields) {
    return refusal('TOO_MANY_ROOT_FIELDS', `has more than ${maxRootFields} fields at its root`);
  }
  if (directives > maxDirectives) {
    return refusal('TOO_MANY_DIRECTIVES', `has more than ${maxDirectives} directives`);
  }
  if (spreadOut > maxSpreadOutSelections) {
    const problem = `has more than ${maxSpreadOutSelections} selections, its fragments spread out`;
    return refusal('TOO_MANY_SELECTIONS', problem);
  }
  return null;
}

const refusal = (code: string, problem: string): GraphQLError =>
  new GraphQLError(`The operation ${problem}. Ask for less at once.`, {
    extensions: { code, http: { status: 400 } },
  });
