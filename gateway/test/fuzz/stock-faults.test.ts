import { expect, it } from '@jest/globals';
import { Kind, parse, visit, type FieldNode } from 'graphql';
import {
  differenceIn,
  findFault,
  openComposed,
  openWorld,
  type Difference,
  type Fault,
} from './campaign.ts';
import { startStock } from './gateways.ts';
import { composeModel } from './generate-model.ts';
import { keyFieldNames } from './keys.ts';
import type { Field, Model, ObjectType, Placement, Presence } from './model.ts';
import type { Operation } from './monolith.ts';

/** Shows that the fuzzer can fail: it finds what is known to be wrong in @apollo/gateway 2.14.4. */

const seeds = Array.from({ length: 80 }, (_, index) => index + 1);

/** Of the world below, with the values of several seeds. */
async function firstDifference(query: string): Promise<Difference | null> {
  const document = parse(query, { noLocation: true });
  for (const seed of seeds) {
    const composed = composeModel({ ...differingNullability, seed });
    if ('refusal' in composed) throw new Error(composed.refusal);
    const world = await openComposed(composed, startStock);
    const difference = await differenceIn(world, { document, operationName: null, variables: {} });
    await world.gateway.stop();
    if (difference) return difference;
  }
  return null;
}

const plain: Omit<Field, 'name' | 'type' | 'scope'> = {
  args: [],
  targets: [],
  fails: false,
  requires: null,
  inaccessible: false,
  placements: [],
};

const inSubgraph = (subgraph: string): Placement => ({
  subgraph,
  role: 'resolved',
  overrides: null,
  provides: null,
});

const get: Field = {
  ...plain,
  name: 'get',
  type: '[Thing!]!',
  scope: 'Query',
  targets: ['Ant', 'Bee'],
  placements: [inSubgraph('a')],
};

const size = (scope: string, type: string): Field => ({
  ...plain,
  name: 'size',
  type,
  scope,
  placements: [inSubgraph('b')],
});

function entity(name: string, fields: Field[]): ObjectType {
  const known: Presence = { keys: [{ key: 'id', resolvable: true }], stub: false };
  return {
    kind: 'entity',
    name,
    numbers: [0, 1, 2],
    fields,
    presences: new Map([
      ['a', known],
      ['b', known],
    ]),
  };
}

async function searchStock(
  isFault: (difference: Difference, operation: Operation) => boolean,
): Promise<Fault | null> {
  for (const seed of seeds) {
    const world = await openWorld(seed, startStock);
    const fault = await findFault(world, 40, isFault);
    await world.gateway.stop();
    if (fault) return fault;
  }
  return null;
}

function aliasesIn({ document }: Operation): string[] {
  const aliases: string[] = [];
  visit(document, {
    [Kind.FIELD]: ({ alias, name }: FieldNode) => {
      if (alias && alias.value !== name.value) aliases.push(alias.value);
    },
  });
  return aliases;
}

it('finds that an alias equal to a key leads the stock executor to another entity', async () => {
  const fault = await searchStock((_, operation) =>
    aliasesIn(operation).some((alias) => keyFieldNames.includes(alias)),
  );
  expect(fault && aliasesIn(fault.operation)).not.toHaveLength(0);
}, 120_000);

it('finds that the stock executor makes null of 0, false and an empty string', async () => {
  const difference = await firstDifference('{ get { ... on Sized { size } } }');
  const withoutFalsy = (json = '') => json.replaceAll(/: (?:0|false|"")(?=,?\n)/g, ': null');
  expect(difference?.expected).not.toBe(difference?.actual);
  expect(withoutFalsy(difference?.expected)).toBe(withoutFalsy(difference?.actual));
});

const inA = new Map<string, Presence>([['a', { keys: [], stub: false }]]);

/** The members of an interface promise more or less, so that the planner has to ask for one of them under another name. */
const differingNullability: Model = {
  seed: 1,
  emphasis: 'none',
  subgraphs: ['a', 'b'],
  objects: new Map([
    ['Query', { ...entity('Query', [get]), kind: 'root', presences: inA }],
    ['Ant', entity('Ant', [size('Ant', 'Boolean!')])],
    ['Bee', entity('Bee', [size('Bee', 'Boolean')])],
  ]),
  interfaces: new Map([
    [
      'Sized',
      {
        name: 'Sized',
        members: ['Ant', 'Bee'],
        fields: [{ name: 'size', type: 'Boolean' }],
        entity: null,
        added: [],
      },
    ],
  ]),
  unions: new Map([['Thing', { name: 'Thing', members: ['Ant', 'Bee'] }]]),
};
