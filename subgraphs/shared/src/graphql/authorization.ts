import { getDirective, MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  GraphQLError,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Viewer } from '../viewer.ts';

/** Who may read a field: anyone, any signed-in user or API key, or who has all scopes of one of the sets. */
export type Rule =
  | { readonly kind: 'public' }
  | { readonly kind: 'authenticated' }
  | { readonly kind: 'scopes'; readonly sets: readonly (readonly string[])[] };

const federationFields = new Set(['_entities', '_service']);

/**
 * Wraps each field's resolver so that it answers only to those the schema names with @public, @authenticated and
 * @requiresScopes, on the field and on its type (both must agree). A field without any of them is private: signed-in users and API keys only.
 * The gateway packages enforce none of these, so this wall stands in every subgraph.
 */
export const enforceAuthorization = (schema: GraphQLSchema): GraphQLSchema =>
  mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field, fieldName, typeName) => {
      if (typeName.startsWith('__') || federationFields.has(fieldName)) return undefined;
      const rules = rulesOf(schema, typeName, field);
      return rules.every(({ kind }) => kind === 'public') ? undefined : guarded(field, rules);
    },
  });

/** The rules that a caller must all satisfy to read the field. */
export function rulesOf(
  schema: GraphQLSchema,
  typeName: string,
  field: GraphQLFieldConfig<unknown, unknown>,
): readonly Rule[] {
  const type = schema.getType(typeName);
  const onType = type ? ruleOn(schema, type as GraphQLObjectType) : null;
  const onField = ruleOn(schema, field);
  const rules = [onType, onField].filter((rule) => rule !== null);
  return rules.length > 0 ? rules : [{ kind: 'authenticated' }];
}

export function isAllowed(viewer: Viewer, rule: Rule): boolean {
  switch (rule.kind) {
    case 'public':
      return true;
    case 'authenticated':
      return viewer.kind === 'user' || viewer.kind === 'partner';
    case 'scopes':
      return (
        viewer.kind !== 'anonymous' &&
        rule.sets.some((set) => set.every((scope) => viewer.scopes.includes(scope)))
      );
    default:
      return rule satisfies never;
  }
}

function ruleOn(
  schema: GraphQLSchema,
  node: GraphQLObjectType | GraphQLFieldConfig<unknown, unknown>,
): Rule | null {
  const scopes = getDirective(schema, node, 'requiresScopes')?.[0];
  if (scopes) return { kind: 'scopes', sets: scopes['scopes'] as string[][] };
  if (getDirective(schema, node, 'authenticated')) return { kind: 'authenticated' };
  return getDirective(schema, node, 'public') ? { kind: 'public' } : null;
}

/** What stands before a field, and the resolver behind it. */
export type Guard = {
  readonly rules: readonly Rule[];
  readonly resolve: GraphQLFieldResolver<unknown, unknown>;
};

const guards = new WeakMap<object, Guard>();

/** The guard of a field by its resolver, so that who runs many fields may ask its rules once; undefined when it has none. */
export const guardOf = (resolve: object): Guard | undefined => guards.get(resolve);

function guarded(
  field: GraphQLFieldConfig<unknown, { viewer: Viewer }>,
  rules: readonly Rule[],
): GraphQLFieldConfig<unknown, { viewer: Viewer }> {
  const resolve = field.resolve ?? defaultFieldResolver;
  const guard: typeof resolve = (source, args, context, info) => {
    if (!rules.every((rule) => isAllowed(context.viewer, rule))) throw denied(context.viewer);
    return resolve(source, args, context, info);
  };
  guards.set(guard, { rules, resolve: resolve as Guard['resolve'] });
  return { ...field, resolve: guard };
}

/** UNAUTHENTICATED: sign in. FORBIDDEN: signed in, but without the right. */
export const denied = (viewer: Viewer): GraphQLError =>
  viewer.kind === 'anonymous'
    ? new GraphQLError('Sign in to see this.', { extensions: { code: 'UNAUTHENTICATED' } })
    : new GraphQLError('You are not allowed to see or do this.', {
        extensions: { code: 'FORBIDDEN' },
      });
