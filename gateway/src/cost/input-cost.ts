import {
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import type { Figure } from './cost-tree.ts';
import { readValue } from './read-value.ts';
import type { Weights } from './weights.ts';

/** What the arguments of a field cost: an input object one and what is in it, a list what its items cost. Null: nothing ever. */
export function inputCost(
  weights: Weights,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): Figure | null {
  const figures = (node.arguments ?? []).flatMap(({ name, value }): Figure[] => {
    const definition = field.args.find((argument) => argument.name === name.value);
    if (!definition || !canCost(weights, definition.astNode, definition.type)) return [];
    const read = readValue(value);
    return [(variables) => costOf(weights, definition.astNode, definition.type, read(variables))];
  });
  return figures.length > 0
    ? (variables) => figures.reduce((sum, figure) => sum + figure(variables), 0)
    : null;
}

type Definition = Parameters<Weights['ofInput']>[0];

const canCost = (weights: Weights, node: Definition, type: GraphQLInputType): boolean =>
  isInputObjectType(getNamedType(type)) || weights.ofInput(node, type) !== 0;

function costOf(
  weights: Weights,
  node: Definition,
  type: GraphQLInputType,
  value: unknown,
): number {
  if (value === null || value === undefined) return 0;
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.reduce<number>((sum, item) => sum + costOf(weights, node, inner.ofType, item), 0);
  }
  const own = weights.ofInput(node, inner);
  if (!isInputObjectType(inner) || typeof value !== 'object') return own;
  const fields = inner.getFields();
  return Object.entries(value).reduce((sum, [name, held]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return field ? sum + costOf(weights, field.astNode, field.type, held) : sum;
  }, own);
}
