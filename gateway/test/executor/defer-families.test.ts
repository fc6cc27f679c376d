import { describe, expect, it } from '@jest/globals';
import { Kind, parse, print, visit, type SelectionSetNode } from 'graphql';
import { FinFlowGateway } from '../../src/supergraph/finflow-gateway.ts';
import type { GatewayContext } from '../../src/request-context.ts';
import { abstract } from './families/abstract.ts';
import { entities } from './families/entities.ts';
import type { FamilyCase } from './families/family.ts';
import { requires } from './families/requires.ts';
import { sharing } from './families/sharing.ts';
import { federate, type Federation } from './federation.ts';

type Data = Record<string, unknown>;
const context: Partial<GatewayContext> = { viewer: { kind: 'anonymous' } };
const isWhole = ({ errors }: FamilyCase) => errors === undefined;

/** Which selection sets are deferred: by their number, so that each stands deferred, and not, with each of the others. */
const patterns = [() => true, (n: number) => n % 2 === 0, (n: number) => n % 2 === 1];

// In this one an entity tells other values by its key than on the way to it: its answer depends on the plan.
const families = [...entities, ...requires, ...sharing, ...abstract].filter(
  ({ about }) => !about.startsWith('@provides'),
);

describe.each(families)('$about', (family) => {
  it('is the same in parts as in one piece, wherever they are cut', async () => {
    const federation = await federate(family.subgraphs, 'compiled');
    for (const asked of family.cases.filter(isWhole)) {
      for (const pattern of patterns) {
        const query = deferred(asked.query, pattern);
        expect({ query, data: await assembled(federation, query, asked) }).toEqual({
          query,
          data: asked.data,
        });
      }
    }
    await federation.stop();
  });
});

/** The query with selection sets put into deferred fragments, those of introspection left alone. */
function deferred(query: string, isDeferred: (n: number) => boolean): string {
  let count = 0;
  const defer = (set: SelectionSetNode): SelectionSetNode => {
    const part = parse('{ ... @defer { a } }').definitions[0];
    if (part?.kind !== Kind.OPERATION_DEFINITION) throw new Error('Parsed as written');
    const [fragment] = part.selectionSet.selections;
    if (fragment?.kind !== Kind.INLINE_FRAGMENT) throw new Error('Parsed as written');
    return { ...set, selections: [{ ...fragment, selectionSet: set }] };
  };
  const document = visit(parse(query), {
    Field: { enter: ({ name }) => (name.value.startsWith('__') ? false : undefined) },
    SelectionSet: { leave: (set) => (isDeferred(count++) ? defer(set) : undefined) },
  });
  return print(document);
}

/** The answer's parts put together as a client does. */
async function assembled(
  { gateway }: Federation,
  query: string,
  { variables = {} }: FamilyCase,
): Promise<unknown> {
  if (!(gateway instanceof FinFlowGateway)) throw new Error('Ours answers in parts');
  const answer = await gateway.executeIncrementally({
    document: parse(query),
    queryHash: query,
    operationName: undefined,
    variables,
    context: context as GatewayContext,
  });
  if (answer.kind === 'single') return answer.result.data;
  const { data } = answer.initialResult;
  for await (const { incremental = [] } of answer.subsequentResults) {
    for (const { path, data: part, errors } of incremental) {
      expect(errors).toBeUndefined();
      put(at(data, path), part ?? {});
    }
  }
  return data;
}

const at = (root: unknown, path: readonly (string | number)[]): Data =>
  path.reduce<unknown>((value, element) => Reflect.get(value as object, element), root) as Data;

function put(target: Data, part: Data): void {
  for (const [name, value] of Object.entries(part)) {
    const there = target[name];
    if (isObject(there) && isObject(value)) put(there, value);
    else target[name] = value;
  }
}

/** Lists too: their items are put together by index. */
const isObject = (value: unknown): value is Data => typeof value === 'object' && value !== null;
