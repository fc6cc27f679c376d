import { Kind, parse, print, visit, type DocumentNode, type FieldNode } from 'graphql';

/** Decides under which name a selected field travels through plan and result tree; in the answer it has its own again. */
export type DataKeyOf = (field: FieldNode) => string;

const prefix = '_own_';

/**
 * The planner fetches keys and required fields under their plain names, beside what the client selected. A client's alias of such a
 * name (`{ payment { id: note } }`) would be taken for the key, and the next subgraph be asked for an entity of the client's choice.
 * So a response name that could be mistaken travels prefixed. No two names become one: what begins with the prefix gets another.
 * @param sdl the supergraph
 */
export function createDataKeyOf(sdl: string): DataKeyOf {
  const planned = plannedNames(parse(sdl));
  return (field) => {
    const name = field.name.value;
    const responseName = field.alias?.value ?? name;
    const isOwn = responseName !== name || (field.arguments?.length ?? 0) > 0;
    return (isOwn && planned.has(responseName)) || isMistakable(responseName)
      ? prefix + responseName
      : responseName;
  };
}

/**
 * The same for one operation on interface objects. What is selected of two object types under one name may be two fields, or one with other
 * arguments; to the planner it is one where a subgraph knows both types as one object. So each travels under a name of its own.
 */
export function distinctly(dataKeyOf: DataKeyOf): DataKeyOf {
  const known = new Map<string, string[]>();
  return (field) => {
    const key = dataKeyOf(field);
    const { alias: _name, directives: _conditions, selectionSet: _below, ...asked } = field;
    const text = print(asked);
    const texts = known.get(key) ?? [];
    known.set(key, texts);
    if (!texts.includes(text)) texts.push(text);
    const place = texts.indexOf(text);
    return place === 0 ? key : `${prefix}${place}_${key}`;
  };
}

/**
 * The name under which a variable travels: the planner has its own for lists of entities, and prints the client's beside them.
 * @see clientVariableOf
 */
export const plannedVariable = (name: string): string =>
  /^representations(_\d+)?$/.test(name) || name.startsWith(prefix) ? prefix + name : name;

/** The client's name for the variable of a planned text. */
export const clientVariableOf = (name: string): string =>
  name.startsWith(prefix) ? name.slice(prefix.length) : name;

/** Of the planner itself (`amount__alias_0`), of introspection, of every JavaScript object (`constructor`), or prefixed already. */
const isMistakable = (responseName: string): boolean =>
  (responseName.startsWith('__') && responseName !== '__typename') ||
  responseName.includes('__alias_') ||
  responseName.startsWith(prefix) ||
  responseName in Object.prototype;

/** Every field name in a @key or @requires. */
function plannedNames(supergraph: DocumentNode): ReadonlySet<string> {
  const names = new Set(['__typename']);
  visit(supergraph, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== 'join__type' && name.value !== 'join__field') return;
      for (const { name: argument, value } of given) {
        const isFieldSet = argument.value === 'key' || argument.value === 'requires';
        if (!isFieldSet || value.kind !== Kind.STRING) continue;
        visit(parse(`{${value.value}}`), {
          Field: ({ name: field }) => void names.add(field.value),
        });
      }
    },
  });
  return names;
}
