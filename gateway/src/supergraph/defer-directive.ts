import {
  DirectiveLocation,
  GraphQLBoolean,
  GraphQLDirective,
  GraphQLNonNull,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';

/** Apollo's packages can plan it, but leave it out of the schema that clients see. */
export const deferDirective = new GraphQLDirective({
  name: 'defer',
  description: 'Lets the fragment be answered later, to clients that accept an answer in parts.',
  locations: [DirectiveLocation.FRAGMENT_SPREAD, DirectiveLocation.INLINE_FRAGMENT],
  args: {
    label: { type: GraphQLString, description: 'Comes back with the part.' },
    if: { type: new GraphQLNonNull(GraphQLBoolean), defaultValue: true },
  },
});

const known = new WeakMap<GraphQLSchema, GraphQLSchema>();

/** The schema with @defer, the same one for the same schema: who holds it may keep things under it. */
export function withDefer(schema: GraphQLSchema): GraphQLSchema {
  const made =
    known.get(schema) ??
    new GraphQLSchema({
      ...schema.toConfig(),
      directives: [...schema.getDirectives(), deferDirective],
    });
  known.set(schema, made);
  return made;
}
