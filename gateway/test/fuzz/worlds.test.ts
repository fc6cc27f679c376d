import { beforeAll, expect, it } from '@jest/globals';
import { print } from 'graphql';
import { generateModel } from './generate-model.ts';
import { generateOperation } from './generate-operation.ts';
import { createMonolith } from './monolith.ts';
import { createRandom } from './random.ts';
import { newRun } from './resolve.ts';

/** What the fuzzer throws at the gateway: worth nothing if it were always the same. */

let schemas = '';
let operations = '';
let answers = '';

beforeAll(async () => {
  for (let seed = 1; seed <= 30; seed += 1) {
    const composed = generateModel(seed);
    const monolith = createMonolith(composed);
    const random = createRandom(seed);
    schemas += Object.values(composed.subgraphSdl).join('\n');
    for (let count = 0; count < 10; count += 1) {
      const operation = generateOperation(monolith.schema, random);
      operations += `${print(operation.document)}\n`;
      answers += JSON.stringify(await monolith.execute(operation, newRun()));
    }
  }
}, 120_000);

it('makes the same world and the same operation of the same seed', () => {
  const [first, second] = [generateModel(7), generateModel(7)];
  expect(first.supergraphSdl).toBe(second.supergraphSdl);
  const written = [first, second].map((composed) =>
    print(generateOperation(createMonolith(composed).schema, createRandom(1)).document),
  );
  expect(written[0]).toBe(written[1]);
});

it.each([
  ['several keys', /type \w+[^{]* @key\([^)]*\) @key/],
  ['compound keys', /@key\(fields: "odd half"/],
  ['nested keys', /@key\(fields: "ref \{ serial \}"/],
  ['keys that lead nowhere', /resolvable: false/],
  ['shared fields', /\w+: \w+ @shareable/],
  ['fields taken over', /@override\(from:/],
  ['fields that require others', /@requires\(fields: "\w+"\)/],
  ['fields that require arguments', /@requires\(fields: "[^"]*\(/],
  ['fields that require parts of a value', /@requires\(fields: "[^"]*\{/],
  ['fields that come along', /@provides/],
  ['hidden fields', /@inaccessible/],
  ['interfaces as objects', /@interfaceObject \{/],
  ['interfaces with keys', /interface \w+ @key/],
  ['interfaces without keys', /interface \w+ \{/],
  ['unions', /union Thing = \w+ \|/],
])('makes worlds with %s', (_, pattern) => expect(pattern.test(schemas)).toBe(true));

it.each([
  ['mutations', /^mutation/m],
  ['variables with defaults', /\$v\d+: \w+ = /],
  ['conditions by variable', /@(skip|include)\(if: \$/],
  ['conditions by value', /@(skip|include)\(if: (true|false)/],
  ['named fragments', /^fragment Part\d on/m],
  ['inline fragments', /\.\.\. on/],
  ['aliases that equal keys', /\b(id|number|half): (?!id|number|half)\w/],
  ['aliases of __typename', /__typename: \w/],
  ['introspection', /__schema|__type\(/],
  ['several operations', /query Other/],
])('asks with %s', (_, pattern) => expect(pattern.test(operations)).toBe(true));

it.each([
  ['errors inside lists', /"path":\[[^\]]*,\d+\]/],
  ['data beside errors', /"errors":.*"data":\{/],
  ['0', /:0[,}]/],
  ['false', /:false/],
  ['empty strings', /:""/],
  ['empty lists', /:\[\]/],
  ['nulls', /:null/],
])('is answered with %s', (_, pattern) => expect(pattern.test(answers)).toBe(true));
