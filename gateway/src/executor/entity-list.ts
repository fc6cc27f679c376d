import type { FetchNode } from '@apollo/query-planner';
import { once } from '@finflow/shared/once';
import type { GraphQLSchema } from 'graphql';
import { subgraphOf } from '../supergraph/required-hops.ts';
import type { Representations } from '../transports/subgraph-source.ts';
import { isData, merge, type Data, type Path } from './data.ts';
import { gather, locate, type PlanPath } from './paths.ts';
import { compileRepresentation, type Identify, type Representation } from './representations.ts';
import { compileRewrites, renamedKeys } from './rewrites.ts';
import type { Run } from './run.ts';

/** One `_entities` of a request, compiled: which objects it is about, and what to do with what comes. */
export type EntityList = {
  readonly fetch: FetchNode;
  /** The entities of the result tree, equal ones as one; null when there are none to ask for. */
  readonly collect: (tree: Data) => Entities | null;
  /** Merges the answer's list. `hasFailed` tells of an index whether an error of the answer is there. */
  readonly spread: (
    run: Run,
    entities: Entities,
    received: unknown,
    hasFailed: (index: number) => boolean,
  ) => void;
  /** The places in the result tree of an error at `[_entities, index, ...rest]`. */
  readonly placesOf: (run: Run, entities: Entities) => (path: Path | undefined) => Places;
};

type Places = readonly (Path | undefined)[];

/** Representations in the order in which they are sent, and for each the objects of the result tree that it stands for. */
export type Entities = {
  readonly values: readonly Data[];
  readonly targets: readonly (readonly Data[])[];
};

/** @param places the same fetch may be about entities at several places: they are asked for together */
export function compileEntityList(
  fetch: FetchNode,
  places: readonly PlanPath[],
  schema: GraphQLSchema,
): EntityList {
  const representation = compileRepresentation(fetch.requires ?? [], schema);
  const rewriteInput = compileRewrites(fetch.inputRewrites, schema);
  const rewriteOutput = compileRewrites(fetch.outputRewrites, schema);
  return {
    fetch,
    collect: (tree) => {
      const found = new Set<Data>();
      for (const place of places) gather(tree, place, found);
      return found.size === 0 ? null : distinct(found, representation, rewriteInput);
    },
    spread: (run, { targets }, received, hasFailed) => {
      if (!Array.isArray(received) || received.length !== targets.length) {
        if (received !== null && received !== undefined)
          throw new Error(malformed(fetch, received));
        return;
      }
      targets.forEach((same, index) => {
        const entity: unknown = received[index];
        if (!isData(entity)) {
          const absence = hasFailed(index) ? 'failed' : 'unknown';
          for (const target of same) run.missing.set(target, absence);
        } else {
          rewriteOutput?.(entity);
          for (const target of same) merge(target, entity, schema);
        }
      });
    },
    placesOf: (run, entities) => errorPlaces(run, entities, fetch, places),
  };
}

/** The list as it is sent in the variable. */
export const representationsOf = (variable: string, { values }: Entities): Representations => ({
  variable,
  values: () => values,
  json: once(() => JSON.stringify(values)), // Wanted by the request and by calls that may share it.
});

export const noEntities: Entities = { values: [], targets: [] };

/** Entities of the same type and identity are asked for once. */
function distinct(
  found: ReadonlySet<Data>,
  { identityOf, represent }: Representation,
  rewrite: ((value: unknown) => void) | null,
): Entities | null {
  const byType = new Map<string, Map<unknown, Data[]>>();
  const values: Data[] = [];
  const targets: Data[][] = [];
  let typeName = '';
  let identify: Identify = () => undefined;
  let known = new Map<unknown, Data[]>();
  for (const entity of found) {
    const type = entity['__typename'];
    if (typeof type !== 'string') continue; // A subgraph is asked for entities by their type.
    if (type !== typeName) {
      typeName = type;
      identify = identityOf(type);
      known = byType.get(type) ?? new Map<unknown, Data[]>();
      byType.set(type, known);
    }
    const identity = identify(entity);
    if (identity === undefined) continue;
    const same = known.get(identity);
    if (same) {
      same.push(entity);
      continue;
    }
    const representation = represent(entity);
    if (!representation || representation['__typename'] === undefined) continue;
    rewrite?.(representation);
    const own = [entity];
    known.set(identity, own);
    targets.push(own);
    values.push(representation);
  }
  return values.length === 0 ? null : { values, targets };
}

const malformed = ({ serviceName }: FetchNode, received: unknown): string =>
  `${subgraphOf(serviceName)} answered _entities with ${Array.isArray(received) ? 'another number of entities' : 'no list'}`;

function errorPlaces(
  run: Run,
  entities: Entities,
  { outputRewrites }: FetchNode,
  places: readonly PlanPath[],
) {
  const renamed = renamedKeys(outputRewrites);
  const located = () => places.map((place) => locate(run.data, place, allOf(entities)));
  let known: ReturnType<typeof located> | undefined;
  return (path: Path | undefined): Places => {
    const [, index, ...rest] = path ?? [];
    const same = typeof index === 'number' ? entities.targets[index] : undefined;
    if (!same) return [undefined];
    known ??= located();
    const below = rest.map((element) => renamed.get(String(element)) ?? element);
    const harmed = known.flatMap((found) =>
      same.flatMap((target) => (found.get(target) ?? []).map((place) => [...place, ...below])),
    );
    return harmed.length > 0 ? harmed : [undefined];
  };
}

const allOf = ({ targets }: Entities): ReadonlySet<Data> => new Set(targets.flat());
