import type { GraphQLError } from 'graphql';
import type { DeferredStep, Steps } from './compile-deferred.ts';
import type { CompiledOperation } from './compile-operation.ts';
import { isData, type Data, type Path } from './data.ts';
import { newRun, shapingOf, withUntold, type ExecutionParts } from './execute-at-once.ts';
import { createFetchedIds, type FetchedIds } from './fetched-ids.ts';
import type { DeferredResult, IncrementalAnswer } from './incremental.ts';
import { errorsAtNulls, partErrors, withoutLater, type MadePart } from './part-errors.ts';
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
  const failures: (readonly PlanError[])[] = [run.errors];
  await start(compiled.steps, { run, fetched, arrivals, failures, before: [] });
  const withNulls = (part: MadePart) => [
    ...part.errors,
    ...(run.lost.size > 0 ? errorsAtNulls(failures.flat(), compiled.selections, part) : []),
  ];
  const shaping = shapingOf(compiled, parts, run);
  const data = compiled.shape(run.data, shaping, 0);
  const live = liveParts(shaping.deferred, data);
  const place = { path: [], selections: compiled.selections };
  const told = withoutLater(withUntold(shaping, run), place, live);
  const errors = withNulls({ path: [], data, errors: told });
  if (live.length === 0) {
    return { kind: 'single', result: { data, ...(errors.length > 0 && { errors }) } };
  }
  return {
    kind: 'incremental',
    initialResult: { data, ...(errors.length > 0 && { errors }), hasNext: true },
    subsequentResults: laterResults(
      live.map((part) => ({ part, errors: run.errors })),
      arrivals,
      (later, own) => shapePart(later, own, { compiled, parts, run, withNulls }),
    ),
  };
}

type Started = {
  readonly run: Run;
  readonly fetched: FetchedIds;
  /** By deferral: the errors of its fetches, when they have come. */
  readonly arrivals: Map<string, Promise<readonly PlanError[]>>;
  /** What went wrong in each part so far. */
  readonly failures: (readonly PlanError[])[];
  /** What the parts around this one fetch: of it, too, what is deferred here may need something. */
  readonly before: readonly Promise<void>[];
};

/** Resolves when the primary part has come. The deferred ones go on. */
async function start({ primary, deferred }: Steps, started: Started): Promise<void> {
  const { run, arrivals } = started;
  const done = primary(run);
  const before = [...started.before, done];
  for (const step of deferred) {
    arrivals.set(step.id, startDeferred(step, { ...started, before }));
  }
  await done;
}

async function startDeferred(
  { depends, steps }: DeferredStep,
  started: Started,
): Promise<readonly PlanError[]> {
  await Promise.race([started.fetched.all(depends), Promise.all(started.before)]);
  const run: Run = { ...started.run, errors: [] };
  started.failures.push(run.errors);
  await start(steps, { ...started, run });
  return run.errors;
}

/** A part that comes later, and what went wrong where the parts around it were fetched: some of its fields may have come with them. */
type LaterPart = { readonly part: DeferredPart; readonly errors: readonly PlanError[] };

type ShapePart = (later: LaterPart, own: readonly PlanError[]) => ShapedPart;
type ShapedPart = { readonly result: DeferredResult; readonly deferred: readonly LaterPart[] };

async function* laterResults(
  live: readonly LaterPart[],
  arrivals: Started['arrivals'],
  shape: ShapePart,
): AsyncGenerator<{ incremental: readonly DeferredResult[]; hasNext: boolean }, void> {
  const waiting = new Map<string, LaterPart[]>();
  const wait = (later: LaterPart) => {
    const { id } = deferralOf(later.part);
    waiting.set(id, [...(waiting.get(id) ?? []), later]);
  };
  live.forEach(wait);
  while (waiting.size > 0) {
    const { id, errors } = await next([...waiting.keys()], arrivals);
    const come = waiting.get(id) ?? [];
    waiting.delete(id);
    const shaped = come.map((later) => shape(later, errors));
    for (const { deferred } of shaped) deferred.forEach(wait);
    yield { incremental: shaped.map(({ result }) => result), hasNext: waiting.size > 0 };
  }
}

/** The first of the deferrals whose data has come. A deferral without a fetch of its own has come already. */
const next = (ids: readonly string[], arrivals: Started['arrivals']) =>
  Promise.race(ids.map(async (id) => ({ id, errors: (await arrivals.get(id)) ?? [] })));

type Whole = {
  readonly compiled: CompiledOperation;
  readonly parts: ExecutionParts;
  readonly run: Run;
  /** The errors of a part, with those that others know of its nulls. */
  readonly withNulls: (part: MadePart) => readonly GraphQLError[];
};

function shapePart(
  { part: { group, data, typeName, path }, errors: around }: LaterPart,
  own: readonly PlanError[],
  { compiled, parts, run, withNulls }: Whole,
): ShapedPart {
  const { label } = deferralOf({ group });
  const place = { path, selections: group.selections };
  const errors = partErrors({ around, own }, compiled.selections, place);
  const shaping: Shaping = { ...shapingOf(compiled, parts, { ...run, errors: [] }), errors };
  shaping.path.push(...path);
  const shaped = compiled.shapeGroup(group, typeName)(data, shaping, path.length);
  const live = liveParts(shaping.deferred, shaped, path.length);
  const told = withNulls({ path, data: shaped, errors: withoutLater(errors, place, live) });
  return {
    result: {
      ...(label !== undefined && { label }),
      path,
      data: shaped,
      ...(told.length > 0 && { errors: told }),
    },
    deferred: live.map((part) => ({ part, errors: [...around, ...own] })),
  };
}

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
