import type { GraphQLError } from 'graphql';
import { clientErrors } from './client-errors.ts';
import type { CompiledOperation } from './compile-operation.ts';
import type { Path } from './data.ts';
import type { PlanError } from './run.ts';
import type { SelectedField, Selection } from './selections.ts';
import type { DeferredPart } from './shaping.ts';

/** Of the errors so far, those that the first answer tells: not those of fields that are deferred, but had to be fetched at once. */
export const firstErrors = (
  errors: readonly GraphQLError[],
  { selections }: CompiledOperation,
): GraphQLError[] => errors.filter(({ path = [] }) => leadsInto(selections, path));

/**
 * The errors of what a part selects of its object.
 * @param around what went wrong where the parts around this one were fetched: some of its fields may have come with them
 * @param own what went wrong in its own fetches. An error without a path is told with each part of its deferral: it may be why any
 *   of them has a null.
 */
export function partErrors(
  { around, own }: { readonly around: readonly PlanError[]; readonly own: readonly PlanError[] },
  { selections }: CompiledOperation,
  { group, path: at }: Pick<DeferredPart, 'group' | 'path'>,
): GraphQLError[] {
  const below = around.filter(({ path = [] }) => path.length > at.length);
  return clientErrors([...below, ...own], selections).filter(
    ({ path }) =>
      !path ||
      (at.every((element, index) => path[index] === element) &&
        leadsInto(group.selections, path.slice(at.length))),
  );
}

/** Whether the path leads to what is selected here, and not only in a fragment that is deferred. */
function leadsInto(selections: readonly Selection[], path: Path): boolean {
  let below = selections;
  for (const element of path) {
    if (typeof element === 'number') continue;
    const fields = promptFieldsOf(below).filter(({ responseName }) => responseName === element);
    if (fields.length === 0) return false;
    below = fields.flatMap((field) => field.selections);
  }
  return true;
}

const promptFieldsOf = (selections: readonly Selection[]): readonly SelectedField[] =>
  selections.flatMap((selection) => {
    if (selection.kind === 'field') return [selection];
    return selection.deferral ? [] : promptFieldsOf(selection.selections);
  });
