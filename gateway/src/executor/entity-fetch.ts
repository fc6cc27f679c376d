import { Kind, print, stripIgnoredCharacters, visit, type OperationDefinitionNode } from 'graphql';
import type { SubgraphCall, SubgraphResult } from '../transports/subgraph-source.ts';
import { isData } from './data.ts';
import { noEntities, representationsOf, type Entities, type EntityList } from './entity-list.ts';
import { operationOf } from './fetch-operation.ts';
import { callOf, variablesOf } from './root-fetch.ts';
import { ask, noteErrors, noteFailure, pathOf, type Run, type Step } from './run.ts';

/**
 * Compiles entity fetches to one subgraph that stand beside each other. They share a request, each under an alias of `_entities`;
 * when only one of them has anything to ask for, it goes alone.
 */
export function compileEntityFetch(lists: readonly EntityList[]): Step {
  const alone = lists.map((list) => ({
    call: callOf(list.fetch),
    members: [{ list, variable: 'representations', responseName: '_entities' }],
  }));
  const together = lists.length > 1 ? sharedRequest(lists) : alone[0];
  return (run) => {
    const collected = lists.map((list) => list.collect(run.data));
    const wanted = collected.flatMap((entities, index) => (entities ? [index] : []));
    const [only] = wanted;
    if (only === undefined) return nothingToAsk;
    const request = wanted.length === 1 ? alone[only] : together;
    if (!request) throw new Error('A fetch has at least one list of entities');
    const entities = wanted.length === 1 ? [collected[only]] : collected;
    return send(
      run,
      request,
      entities.map((some) => some ?? noEntities),
    );
  };
}

const nothingToAsk = Promise.resolve();

type Member = {
  readonly list: EntityList;
  readonly variable: string;
  readonly responseName: string;
};

type Received = {
  readonly member: Member;
  readonly call: Request['call'];
  readonly result: SubgraphResult;
};

type Request = {
  readonly call: Omit<SubgraphCall, 'variables' | 'representations'>;
  readonly members: readonly Member[];
};

async function send(run: Run, { call, members }: Request, entities: readonly Entities[]) {
  const of = (index: number): Entities => entities[index] ?? noEntities;
  const asked: SubgraphCall = {
    ...call,
    variables: Object.assign({}, ...members.map(({ list }) => variablesOf(list.fetch, run))),
    representations: members.map(({ variable }, index) => representationsOf(variable, of(index))),
  };
  const result = await ask(run, asked, () => entities.flatMap(({ targets }) => targets.flat()));
  if (!result) return;
  members.forEach((member, index) => spreadNoting(run, { member, call, result }, of(index)));
  const placesOf = members.map(({ list }, index) => list.placesOf(run, of(index)));
  noteErrors(run, asked, result, (path) => {
    const index = members.findIndex(({ responseName }) => responseName === path?.[0]);
    return placesOf[index]?.(path) ?? [undefined];
  });
}

/** An answer that is not as the specification says is an error of its own, and harms nothing else. */
function spreadNoting(
  run: Run,
  { member: { list, responseName }, call, result }: Received,
  entities: Entities,
): void {
  const received = isData(result.data) ? result.data[responseName] : undefined;
  try {
    list.spread(run, entities, received, (index) => isHarmed(result, responseName, index));
  } catch (error) {
    noteFailure(run, call.subgraph, error);
  }
}

/** Whether an error of the answer is at the entity or in it. */
const isHarmed = ({ errors = [] }: SubgraphResult, responseName: string, index: number): boolean =>
  errors.some((error) => {
    const path = pathOf(error);
    return path?.[0] === responseName && path[1] === index;
  });

function sharedRequest(lists: readonly EntityList[]): Request {
  const operations = lists.map(({ fetch }) => operationOf(fetch));
  const [first] = lists;
  if (!first) throw new Error('A fetch has at least one list of entities');
  const members = lists.map((list, index) => ({
    list,
    variable: `representations_${index}`,
    responseName: `_entities_${index}`,
  }));
  const renamed = operations.map((operation, index) => renamedOperation(operation, index));
  const definitions = new Map(
    renamed.flatMap(({ variableDefinitions = [] }) =>
      variableDefinitions.map((definition) => [definition.variable.name.value, definition]),
    ),
  );
  const [{ name, operation, directives } = operationOf(first.fetch)] = operations;
  const query = print({
    kind: Kind.OPERATION_DEFINITION,
    operation,
    ...(name && { name }),
    ...(directives && { directives }),
    variableDefinitions: [...definitions.values()],
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: renamed.flatMap(({ selectionSet }) => selectionSet.selections),
    },
  });
  return { call: { ...callOf(first.fetch), query: stripIgnoredCharacters(query) }, members };
}

function renamedOperation(
  operation: OperationDefinitionNode,
  index: number,
): OperationDefinitionNode {
  const renamed: OperationDefinitionNode = visit(operation, {
    Variable: (node) =>
      node.name.value === 'representations'
        ? { ...node, name: { ...node.name, value: `representations_${index}` } }
        : undefined,
  });
  const selections = renamed.selectionSet.selections.map((selection) =>
    selection.kind === Kind.FIELD
      ? { ...selection, alias: { kind: Kind.NAME, value: `_entities_${index}` } as const }
      : selection,
  );
  return { ...renamed, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}
