import type { Viewer } from '@finflow/shared/viewer';
import {
  isAbstractType,
  isObjectType,
  parse,
  type DocumentNode,
  type GraphQLNamedType,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Denial, FieldGate } from './field-gate.ts';
import { readFieldRequirements, type FieldRequirements } from './field-requirements.ts';
import { satisfies, type Policies, type Requirement } from './requirement.ts';

/** The gate of a caller. Callers who satisfy the same requirements get the same one. */
export type FieldGates = { gateOf(viewer: Viewer): FieldGate };

const rememberedGates = 500;

/**
 * Makes the gates of a supergraph. The distinct requirements are few, so that which of them a caller satisfies is the whole of
 * his rights: it is the gate's key.
 * @param supergraph the supergraph, as text or parsed
 */
export function createFieldGates(
  supergraph: string | DocumentNode,
  policies: Policies = {},
): FieldGates {
  const document = typeof supergraph === 'string' ? parse(supergraph) : supergraph;
  const table = readTable(readFieldRequirements(document));
  const gates = new LRUCache<string, FieldGate>({ max: rememberedGates });
  return {
    gateOf: (viewer) => {
      const unmet = new Set(
        table.requirements.flatMap((requirement, index) =>
          satisfies(viewer, requirement, policies) ? [] : [index],
        ),
      );
      const denial: Denial = viewer.kind === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
      const key = `${denial} ${[...unmet].join(',')}`;
      const known = gates.get(key) ?? makeGate({ table, unmet, denial, key });
      gates.set(key, known);
      return known;
    },
  };
}

/** Lets everything pass: for a house whose subgraphs alone decide. */
export const openGates: FieldGates = { gateOf: () => ({ key: 'open', denialOf: () => null }) };

/** The gates of each supergraph, made once for all who ask: queries, deferred parts and feeds of one engine. */
export function createGatesOf(policies: Policies = {}): (supergraphSdl: string) => FieldGates {
  const made = new LRUCache<string, FieldGates>({ max: rememberedSupergraphs });
  return (supergraphSdl) => {
    const known = made.get(supergraphSdl) ?? createFieldGates(supergraphSdl, policies);
    made.set(supergraphSdl, known);
    return known;
  };
}

/** The one in use, and the one that is to take its place. */
const rememberedSupergraphs = 2;

type Table = {
  /** Each once. */
  readonly requirements: readonly Requirement[];
  /** By object type and field: the places of its requirements in the list. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;
  /** By interface or union: the object types behind it. */
  readonly behind: ReadonlyMap<string, readonly string[]>;
};

function readTable({ schema, of }: FieldRequirements): Table {
  const requirements: Requirement[] = [];
  const places = new Map<string, number>();
  const placeOf = (requirement: Requirement): number => {
    const key = JSON.stringify(requirement);
    const known = places.get(key) ?? requirements.push(requirement) - 1;
    places.set(key, known);
    return known;
  };
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const fields = types.filter(isObjectType).map((type) => {
    const names = Object.keys(type.getFields());
    const placed = names.map((name) => [name, [...new Set(of(type, name).map(placeOf))]] as const);
    return [type.name, new Map(placed)] as const;
  });
  const behind = types
    .filter((type: GraphQLNamedType) => isAbstractType(type))
    .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)] as const);
  return { requirements, fields: new Map(fields), behind: new Map(behind) };
}

type GateParts = {
  readonly table: Table;
  readonly unmet: ReadonlySet<number>;
  readonly denial: Denial;
  readonly key: string;
};

function makeGate({ table: { fields, behind }, unmet, denial, key }: GateParts): FieldGate {
  const isDenied = (typeName: string, fieldName: string): boolean =>
    fields
      .get(typeName)
      ?.get(fieldName)
      ?.some((place) => unmet.has(place)) ?? false;
  return {
    key,
    denialOf: (typeName, fieldName) => {
      const objects = behind.get(typeName);
      const denied = objects
        ? objects.length > 0 && objects.every((object) => isDenied(object, fieldName))
        : isDenied(typeName, fieldName);
      return denied ? denial : null;
    },
  };
}
