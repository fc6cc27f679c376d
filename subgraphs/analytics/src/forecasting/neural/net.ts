import { layerSizes, type NetShape } from './net-shape.ts';

/** A dense layer: outputs = inputs * weights + biases. Weights row by row, one row an input. */
export type Layer = {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float32Array;
  readonly biases: Float32Array;
};

/**
 * A residual perceptron in the manner of N-BEATS (Oreshkin et al. 2020): blocks add to what they read, and a linear path leads
 * past them all.
 */
export type Net = {
  readonly shape: NetShape;
  readonly entry: Layer;
  readonly blocks: readonly { readonly inner: Layer; readonly outer: Layer }[];
  readonly head: Layer;
  readonly skip: Layer;
};

/** A net of the layers that `make` gives for each size, asked in the order of `layerSizes`. */
export function buildNet(
  shape: NetShape,
  make: (size: { readonly inputs: number; readonly outputs: number }) => Layer,
): Net {
  const layers = layerSizes(shape).map(make);
  const [entry, ...rest] = layers;
  const [head, skip] = rest.slice(-2);
  if (entry === undefined || head === undefined || skip === undefined)
    throw new Error('A net has an entry, a head and a skip.');
  const blocks = Array.from({ length: shape.blocks }, (_, block) => {
    const [inner, outer] = rest.slice(2 * block);
    if (inner === undefined || outer === undefined)
      throw new Error(`Block ${block} of a net lacks a layer.`);
    return { inner, outer };
  });
  return { shape, entry, blocks, head, skip };
}

/** In the order of `layerSizes`. */
export const layersOf = ({ entry, blocks, head, skip }: Net): Layer[] => [
  entry,
  ...blocks.flatMap(({ inner, outer }) => [inner, outer]),
  head,
  skip,
];
