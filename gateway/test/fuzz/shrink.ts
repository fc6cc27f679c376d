import {
  Kind,
  parse,
  print,
  validate,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { Operation } from './monolith.ts';

const mostTrials = 400;

/** The smallest operation found that still fails: parts are left out, one after the other, as long as it does. */
export async function shrink(
  schema: GraphQLSchema,
  operation: Operation,
  stillFails: (smaller: Operation) => Promise<boolean>,
): Promise<Operation> {
  let smallest = operation;
  let trials = 0;
  for (let index = 0; trials < mostTrials; index += 1) {
    const document = withoutPart(smallest.document, index);
    if (document === null) return smallest;
    const smaller = { ...smallest, document: withoutUnused(document) };
    if (!hasOperation(smaller.document)) continue;
    if (validate(schema, smaller.document).length > 0) continue;
    trials += 1;
    if (!(await stillFails(smaller))) continue;
    smallest = smaller;
    index = -1; // What could not be left out before may be now.
  }
  return smallest;
}

const hasOperation = ({ definitions }: DocumentNode): boolean =>
  definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION);

/** The document without its part of that number, in document order; null when it has fewer parts. */
function withoutPart(document: DocumentNode, index: number): DocumentNode | null {
  let seen = -1;
  let done = false;
  const isIt = () => {
    if (done) return false;
    seen += 1;
    done = seen === index;
    return done;
  };
  const smaller = visit(document, {
    enter: (node: ASTNode): ASTNode | null | undefined => {
      if (isPart(node) && isIt()) return null;
      if (node.kind !== Kind.SELECTION_SET) return undefined;
      const selections = node.selections.flatMap((selection) =>
        selection.kind === Kind.INLINE_FRAGMENT && isIt()
          ? selection.selectionSet.selections
          : [withoutAlias(selection, isIt)],
      );
      return { ...node, selections };
    },
  }) as DocumentNode;
  return done ? copied(smaller) : null;
}

const isPart = ({ kind }: ASTNode): boolean =>
  kind === Kind.FIELD ||
  kind === Kind.INLINE_FRAGMENT ||
  kind === Kind.FRAGMENT_SPREAD ||
  kind === Kind.DIRECTIVE ||
  kind === Kind.ARGUMENT;

function withoutAlias(selection: SelectionNode, isIt: () => boolean): SelectionNode {
  if (selection.kind !== Kind.FIELD || !selection.alias || !isIt()) return selection;
  const { alias: _alias, ...field } = selection;
  return field;
}

/** Through text: a set that lost its last selection is a syntax error, which becomes a document of nothing. */
function copied(document: DocumentNode): DocumentNode {
  try {
    return parse(print(document), { noLocation: true });
  } catch {
    return { kind: Kind.DOCUMENT, definitions: [] };
  }
}

/** Fragments and variables that nothing uses any more make a document invalid. */
function withoutUnused(document: DocumentNode): DocumentNode {
  const spread = new Set<string>();
  const used = new Set<string>();
  visit(document, {
    FragmentSpread: ({ name }) => void spread.add(name.value),
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  const remaining = document.definitions.filter(
    (definition) =>
      definition.kind !== Kind.FRAGMENT_DEFINITION || spread.has(definition.name.value),
  );
  const definitions = remaining.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? withVariables(definition, used) : definition,
  );
  const smaller = { ...document, definitions };
  return remaining.length < document.definitions.length ? withoutUnused(smaller) : smaller;
}

const withVariables = (
  operation: OperationDefinitionNode,
  used: ReadonlySet<string>,
): OperationDefinitionNode => ({
  ...operation,
  variableDefinitions: (operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.has(variable.name.value),
  ),
});
