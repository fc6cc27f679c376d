import { composeServices } from '@apollo/composition';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  buildSchema,
  execute,
  getNamedType,
  getNullableType,
  getOperationAST,
  GraphQLError,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  parse,
  validate,
  type GraphQLCompositeType,
} from 'graphql';
import { createCostModel } from '../src/cost/cost-model.ts';
import { createRandom, type Random } from './fuzz/random.ts';

const longest = 3;
const sdl = `
  type Query {
    node: Node
    nodes: [Node] @listSize(assumedSize: ${longest})
    page(first: Int): Page @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
    heavy: Heavy @cost(weight: 9)
  }
  type Page { edges: [Edge!]! total: Int @cost(weight: 2) }
  type Edge { node: Node heavy: Heavy }
  interface Node { name: String next: Node }
  type Small implements Node { name: String next: Node all: [Node] @listSize(assumedSize: ${longest}) }
  type Large implements Node @cost(weight: 5) { name: String next: Node thing: Thing matrix: [[Small]] @listSize(assumedSize: 1) }
  type Heavy @cost(weight: 3) { name(text: String @cost(weight: 4)): String @cost(weight: 1) node: Node }
  union Thing = Small | Heavy
`;

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@cost", "@listSize"])`;
const { supergraphSdl } = composeServices([{ name: 'a', typeDefs: parse(link + sdl) }]);
const model = createCostModel(supergraphSdl ?? '');
const directives = `directive @cost(weight: Int!) on ARGUMENT_DEFINITION | FIELD_DEFINITION | OBJECT
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION`;
const schema = buildSchema(directives + sdl);

function selection(type: GraphQLCompositeType, levels: number, random: Random): string {
  const own = 'getFields' in type ? fieldsOf(type, levels, random) : '';
  if (!isAbstractType(type)) return own || '__typename';
  const parts = schema
    .getPossibleTypes(type)
    .filter(() => random.chance(0.6))
    .map((object) => `... on ${object.name} { ${selection(object, levels, random)} }`);
  return `${random.chance(0.5) ? '__typename' : 'x: __typename'} ${own} ${parts.join(' ')}`;
}

function fieldsOf(type: GraphQLCompositeType, levels: number, random: Random): string {
  const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
  return fields
    .filter(() => random.chance(0.6))
    .flatMap(({ name, type: given, args }) => {
      const inner = getNamedType(given);
      const written =
        args.length === 0 ? name : `${name}(${name === 'page' ? 'first: $n' : 'text: "t"'})`;
      if (!isCompositeType(inner)) return [written];
      return levels > 0 ? [`${written} { ${selection(inner, levels - 1, random)} }`] : [];
    })
    .join(' ');
}

/** An answer as a subgraph might give it: lists no longer than the schema says, some things missing. */
function answered(text: string, first: number, random: Random) {
  return execute({
    schema,
    document: parse(text),
    variableValues: { n: first },
    typeResolver: (_value, _context, _info, type) => {
      const types = schema.getPossibleTypes(type);
      return types[random.int(types.length)]?.name;
    },
    fieldResolver: (_source, _args, _context, { returnType, parentType, fieldName }) => {
      const type = getNullableType(returnType);
      if (type === returnType && random.chance(0.1)) return null;
      if (!isListType(type)) return isCompositeType(getNamedType(type)) ? {} : '7';
      if (fieldName === 'matrix') return [Array.from({ length: random.int(10) }, () => ({}))];
      const most = parentType.name === 'Page' ? first : longest;
      return Array.from({ length: random.int(most + 1) }, () => ({}));
    },
  });
}

it('never estimates less than an answer within the schema’s sizes costs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.integer({ min: 0, max: 5 }), async (seed, first) => {
      const random = createRandom(seed);
      const root = schema.getQueryType();
      if (!isObjectType(root)) throw new Error('There are queries');
      const text = `query ($n: Int) { page(first: $n) { total } ${selection(root, 3, random)} }`;
      const document = parse(text);
      fc.pre(validate(schema, document).length === 0);
      const operation = getOperationAST(document);
      if (!operation) throw new Error('It is one operation');
      const estimate = model.estimate({ document, operation, variables: { n: first } });
      if (estimate instanceof GraphQLError) throw estimate;
      const { data, errors } = await answered(text, first, random);
      expect(errors).toBeUndefined();
      expect(estimate.actual(data)).toBeLessThanOrEqual(estimate.estimated);
    }),
    { numRuns: 80 },
  );
});
