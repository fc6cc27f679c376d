import type { Subgraph } from '../graphql/subgraph.ts';
import { readSigningKey, signViewer, viewerHeader } from '../signed-viewer.ts';
import type { Viewer } from '../viewer.ts';

/** Asks a subgraph in somebody's name as the gateway does; the answer is what a client reads: plain JSON, `errors` empty when there are none. */
export function askingOf(subgraph: Pick<Subgraph, 'execute'>, signingKey: string) {
  const key = readSigningKey(signingKey);
  return async (viewer: Viewer, query: string, variables: Record<string, unknown> = {}) => {
    const headers = { [viewerHeader]: await signViewer(viewer, key) };
    const { data = null, errors = [] } = await subgraph.execute({ query, variables, headers });
    return JSON.parse(JSON.stringify({ data, errors }));
  };
}
