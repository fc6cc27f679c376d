import { rulesOf } from '@finflow/shared/graphql/authorization';
import { buildASTSchema, isObjectType, parse, type GraphQLSchema } from 'graphql';

/**
 * Every field, as `Type.field`, that a subgraph's schema lets anybody read. Most fields of a public type are harmless only because
 * what leads to them is private, so each one is named all the same.
 * @param subgraphs the text of each subgraph's schema.graphql, by name
 */
export function publicFields(subgraphs: Readonly<Record<string, string>>): string[] {
  const found = Object.values(subgraphs).flatMap((sdl) => fieldsOf(read(sdl), true));
  return [...new Set(found)].sort();
}

/** Every field of every object type, as `Type.field`, whoever may read it. */
export const allFields = (schema: GraphQLSchema): string[] => [...new Set(fieldsOf(schema))].sort();

/** A subgraph's schema as it stands: with directives and types that only federation defines. */
export const read = (sdl: string): GraphQLSchema =>
  buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });

function fieldsOf(schema: GraphQLSchema, onlyPublic = false): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('__')) return [];
    return Object.entries(type.toConfig().fields)
      .filter(([, field]) => !onlyPublic || isPublic(schema, type.name, field))
      .map(([field]) => `${type.name}.${field}`);
  });
}

const isPublic = (...field: Parameters<typeof rulesOf>): boolean =>
  rulesOf(...field).every(({ kind }) => kind === 'public');
