import type { GraphQLError } from 'graphql';
import { clientErrors } from './client-errors.ts';
import type { DeferredStep, Steps } from './compile-deferred.ts';
import type { CompiledOperation } from './compile-operation.ts';
import { isData, type Data, type Path } from './data.ts';
import { newRun, shapingOf, type ExecutionParts } from './execute-at-once.ts';
import { createFetchedIds, type FetchedIds } from './fetched-ids.ts';
import type { DeferredResult, IncrementalAnswer } from './incremental.ts';
import type { PlanError, Run } from './run.ts';
import type { DeferredPart, Shaping } from './shaping.ts';

/**
 * Executes an operation with deferred fragments: answers at once what was not deferred, then each fragment for each object that it
 * stands on, as soon as its data has come. What a deferred fragment hangs on starts without waiting for the first answer.
 */
export async function executeInParts(
  compiled: CompiledOperation,
  parts: ExecutionParts,
): Promise<IncrementalAnswer> {
  const fetched = createFetchedIds();
  const run: Run = { ...newRun(parts), fetched: fetched.add };
  const arrivals = new Map<string, Promise<readonly PlanError[]>>();
  await start(compiled.steps, { run, fetched, arrivals });
  const shaping = shapingOf(compiled, parts, run);
  const data = compiled.shape(run.data, shaping, 0);
  const { errors } = shaping;
  const live = liveParts(shaping.deferred, data);
  if (live.length === 0) {
    return { kind: 'single', result: { data, ...(errors.length > 0 && { errors }) } };
  }
  return {
    kind: 'incremental',
    initialResult: { data, ...(errors.length > 0 && { errors }), hasNext: true },
    subsequentResults: laterResults(live, arrivals, (some, planErrors) =>
      shapePart(compiled, parts, { ...run, errors: [...planErrors] }, some),
    ),
  };
}

type Started = {
  readonly run: Run;
  readonly fetched: FetchedIds;
  /** By deferral: the errors of its fetches, when they have come. */
  readonly arrivals: Map<string, Promise<readonly PlanError[]>>;
};

/** Resolves when the primary part has come. The deferred ones go on. */
async function start({ primary, deferred }: Steps, started: Started): Promise<void> {
  const { run, arrivals } = started;
  const done = primary(run);
  for (const { id, depends, steps } of deferred) {
    arrivals.set(id, startDeferred({ id, depends, steps }, started, done));
  }
  await done;
}

async function startDeferred(
  { depends, steps }: DeferredStep,
  started: Started,
  before: Promise<void>,
): Promise<readonly PlanError[]> {
  await Promise.race([started.fetched.all(depends), before]);
  const run: Run = { ...started.run, errors: [] };
  await start(steps, { ...started, run });
  return run.errors;
}

type ShapePart = (part: DeferredPart, errors: readonly PlanError[]) => ShapedPart;
type ShapedPart = { readonly result: DeferredResult; readonly deferred: readonly DeferredPart[] };

async function* laterResults(
  live: readonly DeferredPart[],
  arrivals: Started['arrivals'],
  shape: ShapePart,
): AsyncGenerator<{ incremental: readonly DeferredResult[]; hasNext: boolean }, void> {
  const waiting = new Map<string, DeferredPart[]>();
  const wait = (part: DeferredPart) => {
    const { id } = deferralOf(part);
    waiting.set(id, [...(waiting.get(id) ?? []), part]);
  };
  live.forEach(wait);
  while (waiting.size > 0) {
    const { id, errors } = await next([...waiting.keys()], arrivals);
    const parts = waiting.get(id) ?? [];
    waiting.delete(id);
    const shaped = parts.map((part) => shape(part, errors));
    for (const { deferred } of shaped) deferred.forEach(wait);
    yield { incremental: shaped.map(({ result }) => result), hasNext: waiting.size > 0 };
  }
}

/** The first of the deferrals whose data has come. A deferral without a fetch of its own has come already. */
const next = (ids: readonly string[], arrivals: Started['arrivals']) =>
  Promise.race(ids.map(async (id) => ({ id, errors: (await arrivals.get(id)) ?? [] })));

function shapePart(
  compiled: CompiledOperation,
  parts: ExecutionParts,
  run: Run,
  { group, data, typeName, path }: DeferredPart,
): ShapedPart {
  const { label } = deferralOf({ group });
  const own = clientErrors(run.errors, compiled.selections).filter((error) =>
    concerns(error, path),
  );
  const shaping: Shaping = { ...shapingOf(compiled, parts, { ...run, errors: [] }), errors: own };
  shaping.path.push(...path);
  const shaped = compiled.shapeGroup(group, typeName)(data, shaping, path.length);
  return {
    result: {
      ...(label !== undefined && { label }),
      path,
      data: shaped,
      ...(own.length > 0 && { errors: own }),
    },
    deferred: liveParts(shaping.deferred, shaped, path.length),
  };
}

/** An error without a path is told with each part of its deferral: it may be why any of them has a null. */
const concerns = ({ path }: GraphQLError, at: Path): boolean =>
  !path || at.every((element, index) => path[index] === element);

/** Without those on objects that became null after all. */
const liveParts = (
  parts: readonly DeferredPart[],
  root: Data | null,
  depth = 0,
): readonly DeferredPart[] => parts.filter(({ path }) => isThere(root, path.slice(depth)));

function isThere(root: unknown, path: Path): boolean {
  let value = root;
  for (const element of path) {
    value = Array.isArray(value)
      ? value[Number(element)]
      : isData(value)
        ? value[element]
        : undefined;
  }
  return isData(value);
}

function deferralOf({ group }: Pick<DeferredPart, 'group'>) {
  if (!group.deferral) throw new Error('Only deferred fragments are kept for later');
  return group.deferral;
}
