import { enableProdMode, ready, setBackend } from '@tensorflow/tfjs-core';
import { log } from '@finflow/shared/log';
import { loadNodeBinding } from './node-binding.ts';
import { transposeBeforeMultiplying } from './transpose-first.ts';

/** Fastest first: TensorFlow's native library, WebAssembly with SIMD, plain JavaScript. */
export const backendNames = ['tensorflow', 'wasm', 'cpu'] as const;
export type BackendName = (typeof backendNames)[number];

/** What each backend needs before TensorFlow.js can be set to it; each is loaded at most once in a thread. */
const loaders: Readonly<Record<BackendName, () => Promise<void>>> = {
  tensorflow: loadNodeBinding,
  wasm: async () => {
    await import('@tensorflow/tfjs-backend-wasm');
  },
  cpu: async () => {
    await import('@tensorflow/tfjs-backend-cpu');
  },
};

const prepared = new Set<BackendName>();

/**
 * Sets TensorFlow.js to the first of `preferred` that works on this machine, and says which. The numbers are the same on all of them within
 * rounding. Throws, with the reason of each, when none works.
 */
export async function startTensors(
  preferred: readonly BackendName[] = backendNames,
): Promise<BackendName> {
  enableProdMode(); // Else the plain backend advertises the native one on the console.
  const reasons: string[] = [];
  for (const name of preferred) {
    const reason = await start(name);
    if (reason === null) return name;
    reasons.push(`${name}: ${reason}`);
    log.debug('tensor backend not available', { backend: name, reason });
  }
  throw new Error(`No tensor backend works. ${reasons.join('; ')}`);
}

/** Null when it runs; else why it doesn't, in one line. */
async function start(name: BackendName): Promise<string | null> {
  try {
    await loaders[name]();
    if (!(await setBackend(name))) return 'it did not initialize';
    await ready();
  } catch (error) {
    return firstLine(error);
  }
  if (name === 'wasm' && !prepared.has(name)) transposeBeforeMultiplying();
  prepared.add(name);
  return null;
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
