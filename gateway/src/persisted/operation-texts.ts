import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Viewer } from '@finflow/shared/viewer';
import { gatewayMetrics } from '../metrics.ts';
import { mayDevelop } from '../viewer/may-develop.ts';
import { idOf, type PersistedOperations } from './manifest.ts';

/**
 * `off`: texts only. `on`: an id of the manifest stands for its text, and any text may be sent. `only`: of most callers nothing
 * is taken but the manifest's operations; who develops against the API (see `mayDevelop`) writes what he likes.
 */
export type PersistedMode = 'off' | 'on' | 'only';

export type PersistedOptions = {
  readonly mode: PersistedMode;
  readonly operations: PersistedOperations;
};

/** How a request names its operation: by its text, by `extensions.persistedQuery`, or by both to have the text remembered. */
export type NamedOperation = { readonly query?: unknown; readonly extensions?: unknown };

/**
 * The text of the operation that a caller names; null when the request names none (whoever serves it refuses that). Refusals:
 * PERSISTED_QUERY_NOT_FOUND (send the text), PERSISTED_QUERY_NOT_IN_LIST, PERSISTED_QUERY_NOT_SUPPORTED, BAD_REQUEST.
 */
export type OperationTexts = (
  named: NamedOperation,
  viewer: Viewer,
) => string | GraphQLError | null;

/** Texts that callers had remembered, in UTF-16 bytes. A thousand operations of the size of a large screen's. */
const maxRememberedBytes = 8 * 1024 * 1024;

/** Turns ids into texts. The same for every transport. */
export function createOperationTexts({ mode, operations }: PersistedOptions): OperationTexts {
  const remembered = new LRUCache<string, string>({
    maxSize: maxRememberedBytes,
    sizeCalculation: ({ length }) => 2 * length + 1,
  });
  const isListed = (id: string) => operations.has(id);
  const mayWrite = (viewer: Viewer) => mode !== 'only' || mayDevelop(viewer);

  return ({ query, extensions }, viewer) => {
    const text = typeof query === 'string' && query !== '' ? query : null;
    const id = persistedIdOf(extensions);
    if (id instanceof GraphQLError) return id;
    if (text === null) return id === null ? null : byId(id, viewer);
    return id === null || mode === 'off' ? byText(text, viewer) : byBoth(text, id, viewer);
  };

  function byText(text: string, viewer: Viewer): string | GraphQLError {
    const isAllowed = mayWrite(viewer) || isListed(idOf(text));
    return isAllowed ? counted('text', text) : counted('refused', notInList());
  }

  function byId(id: string, viewer: Viewer): string | GraphQLError {
    if (mode === 'off') return counted('refused', notSupported());
    const listed = operations.get(id)?.body;
    if (listed !== undefined) return counted('listed', listed);
    if (!mayWrite(viewer)) return counted('refused', notInList());
    const known = remembered.get(id);
    return known === undefined ? counted('unknown', notFound()) : counted('remembered', known);
  }

  function byBoth(text: string, id: string, viewer: Viewer): string | GraphQLError {
    if (idOf(text) !== id) return counted('refused', badRequest('The id is another text’s.'));
    // Nothing is remembered for strangers: they could push out what others use.
    if (viewer.kind !== 'anonymous' && mayWrite(viewer) && !isListed(id)) remembered.set(id, text);
    return byText(text, viewer);
  }
}

type Outcome = 'text' | 'listed' | 'remembered' | 'unknown' | 'refused';

function counted<T>(outcome: Outcome, answer: T): T {
  gatewayMetrics().persistedOperations.inc({ outcome });
  return answer;
}

/** The id in `extensions.persistedQuery`; null when there is none. */
function persistedIdOf(extensions: unknown): string | GraphQLError | null {
  if (!isRecord(extensions) || extensions['persistedQuery'] === undefined) return null;
  const { persistedQuery } = extensions;
  if (!isRecord(persistedQuery) || typeof persistedQuery['sha256Hash'] !== 'string') {
    return badRequest('extensions.persistedQuery needs a sha256Hash.');
  }
  return persistedQuery['version'] === 1
    ? persistedQuery['sha256Hash']
    : badRequest('Of persisted queries only version 1 is known.');
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const withCode = (message: string, code: string) =>
  new GraphQLError(message, { extensions: { code } });
const badRequest = (message: string) => withCode(message, 'BAD_REQUEST');
// Clients know these two by their message, too.
const notFound = () => withCode('PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND');
const notSupported = () => withCode('PersistedQueryNotSupported', 'PERSISTED_QUERY_NOT_SUPPORTED');
const notInList = () =>
  withCode(
    'Only operations of the released app are taken here. Use an API key to send your own.',
    'PERSISTED_QUERY_NOT_IN_LIST',
  );
