import {
  defaultFieldResolver,
  GraphQLError,
  isNonNullType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { guardOf, type Rule } from '../authorization.ts';
import type { Complete } from './complete-value.ts';
import type { Place } from './errors.ts';

/** A field of a type, as an operation asks for it: decided once, run for each object. */
export type FieldPlan = Place & {
  readonly responseName: string;
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly resolve: GraphQLFieldResolver<unknown, unknown>;
  /** Who may read it, when nothing but that stands before the resolver; null: the resolver sees to it. */
  readonly rules: readonly Rule[] | null;
  /** Whether the value is just the property of the field's name. */
  readonly isProperty: boolean;
  readonly complete: Complete;
};

/** @throws Error when the type has no such field: validation comes first */
export function planField(
  schema: GraphQLSchema,
  parentType: GraphQLObjectType,
  asked: { readonly responseName: string; readonly nodes: readonly FieldNode[] },
  compileComplete: (plan: Pick<FieldPlan, 'definition' | 'nodes' | 'parentType'>) => Complete,
): FieldPlan {
  const { responseName, nodes } = asked;
  const definition = definitionOf(schema, parentType, nodes[0]?.name.value ?? '');
  const resolve = definition.resolve ?? defaultFieldResolver;
  const guard = guardOf(resolve);
  return {
    responseName,
    parentType,
    definition,
    nodes,
    isNonNull: isNonNullType(definition.type),
    resolve: guard?.resolve ?? resolve,
    rules: guard?.rules ?? null,
    isProperty: (guard?.resolve ?? resolve) === defaultFieldResolver,
    complete: compileComplete({ definition, nodes, parentType }),
  };
}

function definitionOf(
  schema: GraphQLSchema,
  parentType: GraphQLObjectType,
  name: string,
): GraphQLField<unknown, unknown> {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  const isQuery = parentType === schema.getQueryType();
  if (isQuery && name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (isQuery && name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  const definition = parentType.getFields()[name];
  if (!definition) throw new GraphQLError(`${parentType.name} has no field ${name}.`);
  return definition;
}
