import {
  engine,
  getKernel,
  type KernelConfig,
  type NamedAttrMap,
  registerKernel,
  type TensorInfo,
  unregisterKernel,
} from '@tensorflow/tfjs-core';

const product = 'BatchMatMul';

/**
 * Makes the wasm backend transpose a matrix before it multiplies by it. Its product with a transposed factor, which every gradient
 * needs, is a plain triple loop: 15 times slower than transposing and taking the fast path. Called once, after wasm is up.
 */
export function transposeBeforeMultiplying(): void {
  const fast = getKernel(product, 'wasm');
  const transpose = getKernel('Transpose', 'wasm');
  unregisterKernel(product, 'wasm');
  registerKernel({ ...fast, kernelFunc: multiplyWith(fast, transpose) });
}

function multiplyWith(fast: KernelConfig, transpose: KernelConfig): KernelConfig['kernelFunc'] {
  return ({ inputs, backend, attrs }) => {
    const between: TensorInfo[] = [];
    const upright = (name: 'a' | 'b', isTransposed: boolean): TensorInfo => {
      const factor = inputs[name];
      if (factor === undefined) throw new Error(`A product of matrices lacks its factor ${name}.`);
      if (!isTransposed) return factor;
      const attributes: NamedAttrMap = { perm: swappedLast(factor.shape.length) };
      const turned = only(
        transpose.kernelFunc({ inputs: { x: factor }, backend, attrs: attributes }),
      );
      between.push(turned);
      return turned;
    };
    const a = upright('a', attrs?.['transposeA'] === true);
    const b = upright('b', attrs?.['transposeB'] === true);
    const plain = { ...attrs, transposeA: false, transposeB: false };
    const result = fast.kernelFunc({ inputs: { a, b }, backend, attrs: plain });
    for (const { dataId } of between) engine().backend.disposeData(dataId);
    return result;
  };
}

/** 0, 1, ... with the last two places exchanged. */
function swappedLast(rank: number): number[] {
  const order = Array.from({ length: rank }, (_, axis) => axis);
  return [...order.slice(0, -2), rank - 1, rank - 2];
}

function only(result: TensorInfo | TensorInfo[]): TensorInfo {
  const [first, ...others] = Array.isArray(result) ? result : [result];
  if (first === undefined || others.length > 0)
    throw new Error('A transposed matrix is one tensor.');
  return first;
}
