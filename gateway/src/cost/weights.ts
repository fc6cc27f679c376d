import {
  buildASTSchema,
  getNamedType,
  isInputObjectType,
  isLeafType,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { argumentsOf, linkedDirectiveName } from '../supergraph/linked-directives.ts';

/** What `@listSize` says of a field. */
export type ListSize = {
  readonly assumedSize: number | null;
  /** Arguments that say how many are asked for. */
  readonly slicingArguments: readonly string[];
  /** Fields of the answer that are the list, as a connection's `edges`; empty when the field itself is the list. */
  readonly sizedFields: readonly string[];
  readonly requireOneSlicingArgument: boolean;
};

/** The weights of a supergraph: of `@cost`, or the defaults. */
export type Weights = {
  readonly schema: GraphQLSchema;
  /** What stands on the field; null: what it gives decides. */
  readonly ofField: (field: Field) => number | null;
  /** Of one object, or of one value of a scalar or enum. */
  readonly ofType: (type: GraphQLNamedType) => number;
  /** Of one value in an argument or input field of that type, without what is in it. */
  readonly ofInput: (node: Definition, type: GraphQLInputType) => number;
  readonly listSizeOf: (field: Field) => ListSize | null;
};

type Field = GraphQLField<unknown, unknown>;
type Definition = { readonly directives?: readonly DirectiveNode[] | undefined } | null | undefined;

/** An object costs one, a value nothing; input objects as objects. */
const objectWeight = 1;

/** Reads `@cost` and `@listSize` of the supergraph (specs.apollo.dev/cost), under whatever names it has them. */
export function readWeights(supergraph: DocumentNode): Weights {
  const schema = buildASTSchema(supergraph, { assumeValid: true });
  const cost = linkedDirectiveName(supergraph, 'cost');
  const listSize = linkedDirectiveName(supergraph, 'cost', 'listSize');
  const weightOn = (node: Definition): number | null => {
    const applied = find(node, cost);
    return applied ? numberOr(argumentsOf(applied)['weight'], 0) : null;
  };
  return {
    schema,
    ofField: ({ astNode }) => weightOn(astNode),
    ofType: (type) => weightOn(type.astNode) ?? (isLeafType(type) ? 0 : objectWeight),
    ofInput: (node, type) => {
      const named = getNamedType(type);
      const byDefault = isInputObjectType(named) ? objectWeight : 0;
      return weightOn(node) ?? weightOn(named.astNode) ?? byDefault;
    },
    listSizeOf: ({ astNode }) => {
      const applied = find(astNode, listSize);
      return applied ? toListSize(argumentsOf(applied)) : null;
    },
  };
}

const find = (node: Definition, name: string): DirectiveNode | undefined =>
  node?.directives?.find((directive) => directive.name.value === name);

const toListSize = (given: Readonly<Record<string, unknown>>): ListSize => ({
  assumedSize: typeof given['assumedSize'] === 'number' ? given['assumedSize'] : null,
  slicingArguments: textsOf(given['slicingArguments']),
  sizedFields: textsOf(given['sizedFields']),
  requireOneSlicingArgument: given['requireOneSlicingArgument'] !== false,
});

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;
