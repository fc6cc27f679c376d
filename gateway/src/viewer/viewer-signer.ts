import type { KeyObject } from 'node:crypto';
import { signViewer } from '@finflow/shared/signed-viewer';
import type { Viewer } from '@finflow/shared/viewer';
import { LRUCache } from 'lru-cache';

/** The caller, signed for the subgraphs. */
export type ViewerSigner = (viewer: Viewer) => Promise<string>;

/** Half the life of a signature, so that one that is handed out lives long enough to be read. */
const reuseMs = 30_000;
const rememberedViewers = 10_000;

/** Signs a caller once in half a minute, for whatever operations come in that time: a signature costs more than a small query. */
export function createViewerSigner(key: KeyObject, nowMs: () => number): ViewerSigner {
  const signed = new LRUCache<string, { readonly token: Promise<string>; readonly atMs: number }>({
    max: rememberedViewers,
  });
  return (viewer) => {
    const name = viewerKey(viewer);
    const known = signed.get(name);
    if (known && nowMs() - known.atMs < reuseMs) return known.token;
    const token = signViewer(viewer, key);
    signed.set(name, { token, atMs: nowMs() });
    token.catch(() => signed.delete(name)); // Whoever waits for it hears of the failure; the next one tries anew.
    return token;
  };
}

const keys = new WeakMap<Viewer, string>();

/** Equal for callers who are the same in every respect, whatever objects they are. */
export function viewerKey(viewer: Viewer): string {
  const known = keys.get(viewer);
  if (known !== undefined) return known;
  const key = JSON.stringify(partsOf(viewer));
  keys.set(viewer, key);
  return key;
}

function partsOf(viewer: Viewer): readonly unknown[] {
  switch (viewer.kind) {
    case 'anonymous':
      return ['anonymous'];
    case 'user': {
      const { userId, sessionId, organizationId, role, scopes } = viewer;
      return ['user', userId, sessionId, organizationId, role, scopes];
    }
    case 'partner':
      return ['partner', viewer.apiKeyId, viewer.organizationId, viewer.scopes];
    case 'payer':
      return ['payer', viewer.organizationId, viewer.invoiceId, viewer.scopes];
    default:
      return viewer satisfies never;
  }
}
