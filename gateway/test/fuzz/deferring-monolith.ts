import {
  extendSchema,
  getDirectiveValues,
  getVariableValues,
  isObjectType,
  Kind,
  parse,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { deferDirective } from '../../src/supergraph/defer-directive.ts';
import type { Answer, AnswerError } from './compare.ts';
import type { ComposedModel } from './generate-model.ts';
import { executorOf, itself, type Monolith, type Operation } from './monolith.ts';
import type { Run } from './resolve.ts';

/** A deferred fragment on one object, or the answer without any: errors' paths begin at its object. */
export type Part = Answer & {
  readonly label: string | undefined;
  readonly path: readonly (string | number)[];
};

/** What an answer in parts has to be: the first part is what was not deferred, the others come in any order. */
export type DeferringMonolith = (operation: Operation, run: Run) => Promise<readonly Part[]>;

/**
 * graphql-js 16 doesn't know @defer, but what it means can be said without: every object has a nullable field that gives the object
 * itself. A deferred fragment is written below such a field, so it has fields, nulls and errors of its own.
 */
export function createDeferringMonolith(
  { model }: ComposedModel,
  { schema, executed }: Monolith,
): DeferringMonolith {
  const execute = executorOf(model, withItself(executed));
  return async (operation, run) => {
    const written = writeOut(schema, operation);
    const answer = await execute({ ...operation, document: written.document }, run);
    return splitAnswer(JSON.parse(JSON.stringify(answer)) as Answer, written.labels);
  };
}

const withItself = (schema: GraphQLSchema): GraphQLSchema => {
  const objects = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith('__'),
  );
  const fields = objects.map(({ name }) => `extend type ${name} { ${itself}: ${name} }`);
  return extendSchema(schema, parse(fields.join('\n')), { assumeValid: true });
};

type WrittenOut = {
  readonly document: DocumentNode;
  /** By the name of the field that stands for a deferral. */
  readonly labels: ReadonlyMap<string, string | undefined>;
};

const partPrefix = '__part_';

/** With named fragments written out, as the same one may be deferred here and not there. */
function writeOut(
  schema: GraphQLSchema,
  { document, operationName, variables }: Operation,
): WrittenOut {
  const fragments = fragmentsIn(document);
  const labels = new Map<string, string | undefined>();
  const rewritten = (set: SelectionSetNode, defers: boolean): SelectionSetNode => ({
    ...set,
    selections: set.selections.map((node) => rewrittenSelection(node, defers)),
  });
  let values: Record<string, unknown> = {};
  const rewrittenSelection = (node: SelectionNode, defers: boolean): SelectionNode => {
    if (node.kind === Kind.FIELD) {
      const { selectionSet } = node;
      return selectionSet ? { ...node, selectionSet: rewritten(selectionSet, true) } : node;
    }
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
    if (!fragment) throw new Error('The operation is valid');
    const defer = defers ? getDirectiveValues(deferDirective, node, values) : undefined;
    const inner = rewritten(fragment.selectionSet, defers);
    if (!defer || defer['if'] === false) return inlined(node, fragment, inner);
    const name = `${partPrefix}${labels.size}`;
    labels.set(name, defer['label'] as string | undefined);
    return inlined(node, fragment, below(name, inner));
  };
  const operations = visit(document, {
    FragmentDefinition: () => null,
    OperationDefinition: (operation) => {
      if ((operation.name?.value ?? null) !== operationName) return null;
      const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
      values = coerced ?? {};
      // Mutations run one after the other, so none of them can come later.
      const defers = operation.operation !== 'mutation';
      return { ...operation, selectionSet: rewritten(operation.selectionSet, defers) };
    },
  });
  return { document: operations, labels };
}

const fragmentsIn = ({ definitions }: DocumentNode) =>
  new Map(
    definitions.flatMap((definition): [string, FragmentDefinitionNode][] =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );

const inlined = (
  { directives = [] }: SelectionNode,
  { typeCondition }: Pick<InlineFragmentNode, 'typeCondition'>,
  selectionSet: SelectionSetNode,
): SelectionNode => ({
  kind: Kind.INLINE_FRAGMENT,
  ...(typeCondition && { typeCondition }),
  directives: directives.filter(({ name }) => name.value !== deferDirective.name),
  selectionSet,
});

const below = (alias: string, selectionSet: SelectionSetNode): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections: [
    {
      kind: Kind.FIELD,
      alias: { kind: Kind.NAME, value: alias },
      name: { kind: Kind.NAME, value: itself },
      selectionSet,
    },
  ],
});

/** Takes the deferred parts out of the answer, and gives each its own errors. */
function splitAnswer({ data, errors = [] }: Answer, labels: WrittenOut['labels']): readonly Part[] {
  const errorsOf = Map.groupBy(errors, ({ path = [] }) => path.slice(0, startOf(path)).join('.'));
  const parts: Part[] = [];
  const split = (value: unknown, at: Part['path']): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => split(item, [...at, index]));
    if (typeof value !== 'object' || value === null) return value;
    const inner = Object.entries(value).map(([name, own]): [string, unknown] => [
      name,
      split(own, [...at, name]),
    ]);
    for (const [name, own] of inner.filter(([name]) => isPart(name))) add([...at, name], own);
    return Object.fromEntries(inner.filter(([name]) => !isPart(name)));
  };
  const add = (at: Part['path'], value: unknown) => {
    parts.unshift({
      label: labels.get(String(at.at(-1))),
      path: at.filter((step) => !isPart(step)),
      data: value,
      errors: (errorsOf.get(at.join('.')) ?? []).map(inPart),
    });
  };
  add([], split(data, []));
  return parts;
}

const isPart = (step: string | number): boolean =>
  typeof step === 'string' && step.startsWith(partPrefix);

/** Behind the innermost part that the path leads into. */
const startOf = (path: Part['path']): number => path.findLastIndex(isPart) + 1;

const inPart = ({ path = [], ...error }: AnswerError): AnswerError => ({
  ...error,
  path: path.slice(startOf(path)),
});
