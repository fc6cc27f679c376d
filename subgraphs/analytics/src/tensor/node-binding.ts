import { createRequire } from 'node:module';

/** A name in a variable: the package is optional, and neither compiler nor bundler may insist on it. */
const packageName = '@tensorflow/tfjs-node';

/**
 * Loads TensorFlow's native binding, which registers itself as the backend `tensorflow`. It fails where the package or its library isn't
 * installed; both are optional.
 */
export async function loadNodeBinding(): Promise<void> {
  bringBackRemovedChecks();
  await import(packageName);
}

/**
 * tfjs-node 4.22.0 calls `util.isNullOrUndefined` and `util.isArray`, which Node 23 removed (tensorflow/tfjs#8425 is merged but never released). They
 * are put back where they are missing, on the CommonJS module that the binding sees.
 */
function bringBackRemovedChecks(): void {
  const util: object = createRequire(import.meta.url)('node:util');
  const removed = {
    isNullOrUndefined: (value: unknown) => value === null || value === undefined,
    isArray: Array.isArray,
  };
  for (const [name, check] of Object.entries(removed))
    if (!(name in util)) Object.defineProperty(util, name, { value: check });
}
