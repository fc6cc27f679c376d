import { astFromValue, Kind, type DirectiveNode, type GraphQLSchema } from 'graphql';

/** Those that decide what is selected are done with before anything is planned. */
const done: ReadonlySet<string> = new Set(['skip', 'include', 'defer']);

/**
 * The directives of the subgraphs' own, as they are handed on. Composition gives an argument its default when one subgraph has it, and the
 * others would refuse a directive without it: so defaults are written out, as the schema that the client sees has them.
 */
export const ownDirectives = (
  directives: readonly DirectiveNode[],
  schema: GraphQLSchema,
): DirectiveNode[] =>
  directives
    .filter(({ name }) => !done.has(name.value))
    .map((directive) => withDefaults(directive, schema));

function withDefaults(directive: DirectiveNode, schema: GraphQLSchema): DirectiveNode {
  const { name, arguments: given = [] } = directive;
  const named = new Set(given.map((argument) => argument.name.value));
  const defaults = (schema.getDirective(name.value)?.args ?? []).flatMap((argument) => {
    const value = named.has(argument.name)
      ? null
      : astFromValue(argument.defaultValue, argument.type);
    return value
      ? [
          {
            kind: Kind.ARGUMENT,
            name: { kind: Kind.NAME, value: argument.name },
            value,
          } as const,
        ]
      : [];
  });
  return defaults.length > 0 ? { ...directive, arguments: [...given, ...defaults] } : directive;
}
