import {
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import type { CostCase, CostNode } from './cost-tree.ts';
import { inputCost } from './input-cost.ts';
import { listLength } from './list-length.ts';
import type { Weights } from './weights.ts';

/** A list without `@listSize` is taken to be so long. */
const assumedListSize = 10;
/** A field of Mutation: a transaction, events, locks. */
const mutationWeight = 10;
/** `__schema` or `__type`, whatever is selected in it: it is answered from memory. */
const introspectionWeight = 100;
/** Nested abstract types multiply the readings of an operation. One with more fields than this is not weighed but refused. */
const maxFields = 20_000;

export type CostSource = {
  readonly weights: Weights;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The values of the variables that stand in @skip and @include. */
  readonly conditions: Readonly<Record<string, boolean>>;
};

type Fragments = Record<string, FragmentDefinitionNode>;

type Scope = {
  readonly weights: Weights;
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  readonly conditions: Record<string, unknown>;
  /** Counts down; at zero the compilation ends without a result. */
  readonly left: { fields: number };
};

/**
 * Makes the tree by which an operation is weighed. Fields with one response name are merged as in execution, so that nothing
 * counts twice; every type behind an interface or union is a case of its own.
 * @returns null when the operation has too many readings to be weighed
 */
export function compileCost(source: CostSource): readonly CostNode[] | null {
  const { weights, document, operation, conditions } = source;
  const { schema } = weights;
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error('Validation lets only operations of the schema pass');
  const left = { fields: maxFields };
  const fragments = fragmentsOf(document);
  const scope: Scope = { weights, schema, fragments, conditions, left };
  const rootWeight = operation.operation === 'mutation' ? mutationWeight : null;
  const fields = collectFields(schema, fragments, conditions, root, operation.selectionSet);
  const nodes = compileFields(scope, root, fields, rootWeight);
  return left.fields > 0 ? nodes : null;
}

function compileFields(
  scope: Scope,
  type: GraphQLObjectType,
  fields: ReadonlyMap<string, readonly FieldNode[]>,
  rootWeight: number | null = null,
): CostNode[] {
  const nodes: CostNode[] = [];
  for (const [responseName, merged] of fields) {
    const [first] = merged;
    scope.left.fields -= 1;
    if (!first || scope.left.fields <= 0) break;
    const fieldName = first.name.value;
    const field = type.getFields()[fieldName];
    const node = field
      ? compileField(scope, field, { responseName, merged, first, rootWeight })
      : introspection(fieldName, responseName);
    if (!isFree(node)) nodes.push(node);
  }
  return nodes;
}

type Selected = {
  readonly responseName: string;
  readonly merged: readonly FieldNode[];
  readonly first: FieldNode;
  readonly rootWeight: number | null;
};

function compileField(
  scope: Scope,
  field: GraphQLField<unknown, unknown>,
  { responseName, merged, first, rootWeight }: Selected,
): CostNode {
  const { weights } = scope;
  const declared = weights.listSizeOf(field);
  const length = listLength(field, first, declared, assumedListSize);
  const sizedFields = declared?.sizedFields ?? [];
  const nesting = listNesting(field.type);
  const inner = assumedListSize ** Math.max(0, nesting - 1);
  return {
    fieldName: field.name,
    responseName,
    size: nesting > 0 ? (variables) => inner * length(variables) : null,
    inputs: inputCost(weights, field, first),
    sized: sizedFields.length > 0 ? { fields: sizedFields, size: length } : null,
    cases: casesOf(scope, field, merged, rootWeight),
  };
}

function casesOf(
  scope: Scope,
  field: GraphQLField<unknown, unknown>,
  merged: readonly FieldNode[],
  rootWeight: number | null,
): CostCase[] {
  const { weights, schema, fragments, conditions } = scope;
  const type = getNamedType(field.type);
  const own = weights.ofField(field) ?? rootWeight;
  if (!isCompositeType(type)) {
    return [{ typeName: type.name, weight: own ?? weights.ofType(type), children: [] }];
  }
  const objects = isObjectType(type) ? [type] : schema.getPossibleTypes(type);
  const fieldsOf = (object: GraphQLObjectType) =>
    collectSubfields(schema, fragments, conditions, object, merged);
  return objects.map((object) => ({
    typeName: object.name,
    weight: own ?? weights.ofType(object),
    children: scope.left.fields > 0 ? compileFields(scope, object, fieldsOf(object)) : [],
  }));
}

const introspection = (fieldName: string, responseName: string): CostNode => ({
  fieldName,
  responseName,
  size: null,
  inputs: null,
  sized: null,
  cases: [
    {
      typeName: fieldName,
      weight: fieldName === '__typename' ? 0 : introspectionWeight,
      children: [],
    },
  ],
});

const fragmentsOf = ({ definitions }: DocumentNode): Fragments => {
  const fragments: Fragments = Object.create(null); // A fragment may be called __proto__.
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
};

/** True when it can neither cost anything nor be refused for its slicing arguments. */
const isFree = ({ inputs, sized, size, cases }: CostNode): boolean =>
  inputs === null &&
  sized === null &&
  size === null &&
  cases.every(({ weight, children }) => weight === 0 && children.length === 0);

function listNesting(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listNesting(type.ofType);
  return isListType(type) ? 1 + listNesting(type.ofType) : 0;
}
