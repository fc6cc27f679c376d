import { newViewerKeys, readSigningKey } from '@finflow/shared/signed-viewer';
import { anonymous } from '@finflow/shared/viewer';
import type { GatewayContext } from '../../src/request-context.ts';
import {
  createSubgraphSource,
  type SubgraphSourceOptions,
} from '../../src/transports/create-subgraph-source.ts';
import type { SubgraphCall, SubgraphSource } from '../../src/transports/subgraph-source.ts';
import { createViewerSigner } from '../../src/viewer/viewer-signer.ts';

/** A call to the subgraph `books`. */
export const newCall = (call: Partial<SubgraphCall> = {}): SubgraphCall => ({
  subgraph: 'books',
  query: '{ a }',
  operationName: undefined,
  kind: 'query',
  variables: {},
  ...call,
});

export const newContext = (context: Partial<GatewayContext> = {}): GatewayContext => ({
  viewer: anonymous,
  requestId: 'request-0001',
  traceId: '0af7651916cd43dd8448eb211c80319c',
  address: '127.0.0.1',
  userAgent: 'test agent',
  refreshToken: undefined,
  deadlineAtMs: Date.now() + 30_000,
  setCookies: [],
  ...context,
});

/** A source over the given ways, with a key of its own. */
export function newSource(options: Omit<SubgraphSourceOptions, 'signer'>): SubgraphSource {
  const key = readSigningKey(newViewerKeys().signingKey);
  return createSubgraphSource({ ...options, signer: createViewerSigner(key, Date.now) });
}

/** The code of the error with which it rejects; `answered` when it doesn't. */
export const outcomeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'answered',
    (error: { extensions?: { code?: string }; message: string }) =>
      error.extensions?.code ?? error.message,
  );
