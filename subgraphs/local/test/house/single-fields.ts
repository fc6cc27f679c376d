import {
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

const fieldsInOneOperation = 25;
const depth = 3;

/**
 * Operations that ask for every leaf below the root fields that can be null, each on its own: where a caller may not see one
 * field, that hides none of its neighbours. Where an id is asked for, it is the variable `id`, so that plans are made once.
 */
export function singleFields(schema: GraphQLSchema): string[] {
  const calls = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const type = getNamedType(field.type);
    if (isNonNullType(field.type) || !isObjectType(type)) return [];
    const call = field.args.some(({ name }) => name === 'id') ? '(id: $id)' : '';
    return leavesOf(type, depth).map((leaf) => `${field.name}${call} ${leaf}`);
  });
  return Array.from({ length: Math.ceil(calls.length / fieldsInOneOperation) }, (_, chunk) => {
    const start = chunk * fieldsInOneOperation;
    const asked = calls.slice(start, start + fieldsInOneOperation);
    const fields = asked.map((call, index) => `f${index}: ${call}`).join(' ');
    return fields.includes('$id') ? `query ($id: ID!) { ${fields} }` : `{ ${fields} }`;
  });
}

function leavesOf(type: GraphQLObjectType, levels: number): string[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined))
      return [];
    if (isLeafType(named)) return [`{ ${field.name} }`];
    if (!isObjectType(named) || levels === 1) return [];
    return leavesOf(named, levels - 1).map((leaf) => `{ ${field.name} ${leaf} }`);
  });
}
