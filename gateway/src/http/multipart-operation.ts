import type { Multipart } from './read-multipart.ts';

/**
 * The GraphQL request of a multipart body, each file put where `map` says (graphql-multipart-request-spec).
 * Only places that hold null in `operations` can be filled. Null when the parts don't fit together.
 */
export function multipartOperation({ fields, files }: Multipart): object | null {
  const operation = readObject(fields.get('operations'));
  const map = readObject(fields.get('map'));
  if (!operation || !map) return null;
  const placed = Object.entries(map).every(
    ([name, paths]) =>
      files.has(name) &&
      Array.isArray(paths) &&
      paths.every((path) => typeof path === 'string' && place(operation, path, files.get(name))),
  );
  return placed ? operation : null;
}

/** Puts the file at the dotted path; false when there is no null to replace. */
function place(operation: Record<string, unknown>, path: string, file: unknown): boolean {
  const keys = path.split('.');
  const last = keys.pop();
  if (keys[0] !== 'variables' || last === undefined) return false;
  let holder: Record<string, unknown> = operation;
  for (const key of keys) {
    const next = Object.hasOwn(holder, key) ? holder[key] : undefined;
    if (!isRecord(next)) return false;
    holder = next;
  }
  if (!Object.hasOwn(holder, last) || holder[last] !== null) return false;
  holder[last] = file;
  return true;
}

function readObject(text: string | undefined): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isRecord(value) && !Array.isArray(value) ? value : null;
  } catch {
    return null; // Not JSON: the caller answers 400.
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
