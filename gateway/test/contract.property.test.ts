import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  buildASTSchema,
  buildSchema,
  isObjectType,
  isUnionType,
  parse,
  printSchema,
  type GraphQLSchema,
} from 'graphql';
import { contractOf } from '../src/contract/contract.ts';
import { ContractError } from '../src/contract/contract-error.ts';
import { readTags } from '../src/contract/schema-tags.ts';

const names = ['A', 'B', 'C', 'D'] as const;
const tag = fc.constantFrom('', '@tag(name: "partner")', '@tag(name: "internal")');
const typeName = fc.constantFrom('Int', 'U', ...names);

/** Types that point at each other, with tags wherever one can stand. */
const schemas = fc
  .record({
    root: fc.array(fc.tuple(typeName, tag), { minLength: 1, maxLength: 3 }),
    types: fc.tuple(
      ...names.map(() =>
        fc.tuple(tag, fc.array(fc.tuple(typeName, tag), { minLength: 1, maxLength: 3 })),
      ),
    ),
    members: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }),
  })
  .map(({ root, types, members }) => {
    const fields = (of: readonly (readonly [string, string])[]) =>
      of.map(([type, mark], index) => `f${index}: ${type} ${mark}`).join('\n');
    const objects = types.map(
      ([mark, of], index) => `type ${names[index] ?? ''} ${mark} { ${fields(of)} }`,
    );
    return `type Query { ${fields(root)} }\n${objects.join('\n')}\nunion U = ${members.join(' | ')}`;
  });

it('makes of any tags a part of the schema that holds together, or says why it can’t', () => {
  let made = 0;
  fc.assert(
    fc.property(schemas, (sdl) => {
      const contract = contractOrNull(sdl);
      made += contract ? 1 : 0;
      expect(contract ? problemsOf(contract, sdl) : []).toEqual([]);
    }),
    { numRuns: 500 },
  );
  expect(made).toBeGreaterThan(20);
});

/** Null also where the tags contradict each other: any other failure is one. */
function contractOrNull(sdl: string): GraphQLSchema | null {
  const document = parse(sdl);
  try {
    const tags = readTags(document);
    return contractOf(document, { tags, include: 'partner', exclude: 'internal' });
  } catch (error) {
    if (error instanceof ContractError) return null;
    throw error;
  }
}

/** What of the contract was not offered, was kept back, or could hold what the contract doesn't know. */
function problemsOf(contract: GraphQLSchema, sdl: string): string[] {
  const tags = readTags(parse(sdl));
  const whole = buildASTSchema(parse(sdl), { assumeValidSDL: true });
  return Object.values(buildSchema(printSchema(contract)).getTypeMap()).flatMap((type) => {
    if (isUnionType(type)) {
      const members = membersOf(whole, type.name);
      return membersOf(contract, type.name).join() === members.join() ? [] : [type.name];
    }
    if (!isObjectType(type) || type.name.startsWith('__')) return [];
    const isWhole = type.name !== 'Query' && tags(type.name, 'partner');
    return Object.keys(type.getFields())
      .map((name) => `${type.name}.${name}`)
      .filter((field) => !(isWhole || tags(field, 'partner')) || tags(field, 'internal'));
  });
}

function membersOf(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  return isUnionType(type) ? type.getTypes().map((member) => member.name) : [];
}
