import type { GraphQLError } from 'graphql';
import { clientErrors } from './client-errors.ts';
import { isAlong, type Data, type Path } from './data.ts';
import type { PlanError } from './run.ts';
import type { SelectedField, Selection } from './selections.ts';
import type { DeferredPart } from './shaping.ts';

/** What a part of an answer is about: the object at the path, and what is selected of it. */
export type PartPlace = { readonly path: Path; readonly selections: readonly Selection[] };

/**
 * The errors that may concern a part.
 * @param around what went wrong where the parts around this one were fetched: some of its fields may have come with them
 * @param own what went wrong in its own fetches. An error without a path is told with each part of its deferral: it may be why any
 *   of them has a null.
 */
export function partErrors(
  { around, own }: { readonly around: readonly PlanError[]; readonly own: readonly PlanError[] },
  operation: readonly Selection[],
  { selections, path: at }: PartPlace,
): GraphQLError[] {
  const below = around.filter(({ path = [] }) => path.length > at.length);
  const placed = own.filter(({ isLoss }) => !isLoss);
  return clientErrors([...below, ...placed], operation).filter(
    ({ path }) => !path || leadsInto(selections, restOf(path, at), true),
  );
}

/**
 * Without the errors that a later part tells: those of fields which are deferred, but had to be fetched with what isn't. Where such an
 * error has left no object for a later part, it is told now.
 */
export const withoutLater = (
  errors: readonly GraphQLError[],
  { selections, path: at }: PartPlace,
  live: readonly DeferredPart[],
): readonly GraphQLError[] =>
  errors.filter(
    ({ path }) =>
      !path ||
      leadsInto(selections, restOf(path, at), false) ||
      !live.some((part) => leadsInto(part.group.selections, restOf(path, part.path), true)),
  );

/** A part of an answer that is made, and the errors that it tells. */
export type MadePart = {
  readonly path: Path;
  readonly data: Data | null;
  readonly errors: readonly GraphQLError[];
};

/**
 * Why fields of a part are null, where nothing tells of it yet. Parts share the objects of the result tree: of a part whose own call gave
 * nothing a field may have come with another part's, and be null because it failed there.
 * @param everywhere what went wrong in all fetches that have come
 */
export const errorsAtNulls = (
  everywhere: readonly PlanError[],
  operation: readonly Selection[],
  { path: at, data, errors }: MadePart,
): readonly GraphQLError[] =>
  clientErrors(
    everywhere.filter(({ isLoss }) => !isLoss),
    operation,
  ).filter(({ path }) => {
    const rest = path ? restOf(path, at) : null;
    const nullAt = rest && whereNull(data, rest);
    return nullAt && !errors.some((error) => error.path && isAlong(error.path, [...at, ...nullAt]));
  });

/** The place of the null on a path, or at its end; null where the path leads to anything else. */
function whereNull(data: Data | null, path: Path): Path | null {
  let value: unknown = data;
  for (const [depth, step] of path.entries()) {
    if (value === null) return path.slice(0, depth);
    if (typeof value !== 'object') return null;
    value = Reflect.get(value, step);
  }
  return value === null ? path : null;
}

/** The path from an object that it leads through; null when it leads elsewhere. */
const restOf = (path: Path, at: Path): Path | null =>
  at.every((element, index) => path[index] === element) ? path.slice(at.length) : null;

/** Whether the path leads to what is selected here: also in deferred fragments, or only outside of them. */
function leadsInto(
  selections: readonly Selection[],
  path: Path | null,
  alsoDeferred: boolean,
): boolean {
  let below = selections;
  for (const element of path ?? []) {
    if (typeof element === 'number') continue;
    const fields = fieldsOf(below, alsoDeferred).filter(
      ({ responseName }) => responseName === element,
    );
    if (fields.length === 0) return false;
    below = fields.flatMap((field) => field.selections);
  }
  return path !== null;
}

const fieldsOf = (
  selections: readonly Selection[],
  alsoDeferred: boolean,
): readonly SelectedField[] =>
  selections.flatMap((selection) => {
    if (selection.kind === 'field') return [selection];
    const isLater = selection.deferral !== null && !alsoDeferred;
    return isLater ? [] : fieldsOf(selection.selections, alsoDeferred);
  });
