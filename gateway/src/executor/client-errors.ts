import { GraphQLError } from 'graphql';
import type { Path } from './data.ts';
import type { PlanError } from './run.ts';
import type { SelectedField, Selection } from './selections.ts';

/**
 * The errors of a plan's steps as the client can read them: paths with the names that it selected. A field that two subgraphs share
 * may be asked of both, and fail in both: it is one field to the client, and its error is told once.
 */
export function clientErrors(
  errors: readonly PlanError[],
  selections: readonly Selection[],
): GraphQLError[] {
  const told = new Set<string>();
  return errors
    .map((error) => clientError(error, selections))
    .filter(({ path, message, extensions }) => {
      const key = JSON.stringify([path, message, extensions['code']]);
      if (path && told.has(key)) return false;
      told.add(key);
      return true;
    });
}

function clientError(
  { message, path, extensions, cause }: PlanError,
  selections: readonly Selection[],
): GraphQLError {
  const ownPath = path && clientPath(path, selections);
  return new GraphQLError(message, {
    ...(ownPath && ownPath.length > 0 && { path: ownPath }),
    ...(cause && { originalError: cause }),
    extensions: { ...extensions },
  });
}

/** As far as the client selected it. What was fetched for the plan's own sake is told at the object that needed it. */
function clientPath(path: Path, selections: readonly Selection[]): Path {
  const own: (string | number)[] = [];
  let below = selections;
  for (const element of path) {
    if (typeof element === 'number') {
      own.push(element);
      continue;
    }
    const fields = fieldsOf(below).filter(({ dataKey }) => dataKey === element);
    const [field] = fields;
    if (!field) return own;
    own.push(field.responseName);
    below = fields.flatMap((some) => some.selections);
  }
  return own;
}

const fieldsOf = (selections: readonly Selection[]): readonly SelectedField[] =>
  selections.flatMap((selection) =>
    selection.kind === 'field' ? [selection] : fieldsOf(selection.selections),
  );
