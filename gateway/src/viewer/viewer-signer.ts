import type { KeyObject } from 'node:crypto';
import { signViewer } from '@finflow/shared/signed-viewer';
import type { Viewer } from '@finflow/shared/viewer';

/** The caller, signed for the subgraphs. */
export type ViewerSigner = (viewer: Viewer) => Promise<string>;

/** Half the life of a signature, so that one that is handed out lives long enough to be read. */
const reuseMs = 30_000;

/** Signs a caller once for all calls of an operation; one that takes long gets fresh signatures. */
export function createViewerSigner(key: KeyObject, nowMs: () => number): ViewerSigner {
  const signed = new WeakMap<Viewer, { readonly token: Promise<string>; readonly atMs: number }>();
  return (viewer) => {
    const known = signed.get(viewer);
    if (known && nowMs() - known.atMs < reuseMs) return known.token;
    const token = signViewer(viewer, key);
    signed.set(viewer, { token, atMs: nowMs() });
    return token;
  };
}
