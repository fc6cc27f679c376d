import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** One operation that a client was built with. */
export type PersistedOperation = {
  /** SHA-256 of `body`, 64 hex digits. */
  readonly id: string;
  readonly name: string;
  readonly type: 'query' | 'mutation' | 'subscription';
  readonly body: string;
};

/** Operations by their id. */
export type PersistedOperations = ReadonlyMap<string, PersistedOperation>;

/**
 * Reads manifests in Apollo's format (`apollo-persisted-query-manifest`, version 1). Several files stand for several releases
 * of a client: a page that was opened before a release goes on sending the ids of the older one.
 * @throws Error that names the file when it can't be read, is no manifest, or holds an id that is not its text's hash
 */
export function readManifests(files: readonly string[]): PersistedOperations {
  return new Map(
    files.flatMap((file) => parseManifest(readFileSync(file, 'utf8'), file).map((o) => [o.id, o])),
  );
}

/** The lower-case hex SHA-256 by which a text is known. */
export const idOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function parseManifest(text: string, file: string): readonly PersistedOperation[] {
  const value = readJson(text, file);
  if (!isRecord(value) || value['format'] !== format || value['version'] !== 1) {
    throw new Error(`${file} is no persisted query manifest of version 1.`);
  }
  const { operations } = value;
  if (!Array.isArray(operations) || !operations.every(isOperation)) {
    throw new Error(`${file} holds something else than operations.`);
  }
  const wrong = operations.find(({ id, body }) => id !== idOf(body));
  if (wrong) throw new Error(`${file}: the id of ${wrong.name} is not the hash of its text.`);
  return operations;
}

function readJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file} is no JSON.`, { cause });
  }
}

const format = 'apollo-persisted-query-manifest';

const isOperation = (value: unknown): value is PersistedOperation =>
  isRecord(value) &&
  ['id', 'name', 'body'].every((key) => typeof value[key] === 'string') &&
  ['query', 'mutation', 'subscription'].includes(String(value['type']));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
