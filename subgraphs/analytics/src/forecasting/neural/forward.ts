import { type Layer, layersOf, type Net } from './net.ts';
import { inputCount, type NetShape, outputCount } from './net-shape.ts';
import { type AddRows, openRowKernel } from './row-kernel.ts';

/** A net laid out to be asked, as it was when it was opened. */
export type OpenNet = {
  readonly shape: NetShape;
  /** What it says to one row of inputs: `outputCount` numbers, period by period, quantile by quantile. */
  readonly forward: (inputs: Float32Array) => Float32Array;
};

const floatBytes = 4;
const pageBytes = 65_536;
/** The kernel's step. */
const lanes = 4;

/**
 * Copies a net into memory of its own, in which the kernel works on it. For a single row that is quicker than sending tensors to a
 * backend, and the numbers are the same within rounding.
 */
export function openNet(net: Net): OpenNet {
  const { shape } = net;
  const layers = layersOf(net);
  const vectorSizes = [inputCount(shape), shape.width, shape.width, outputCount(shape)];
  const starts = startsOf([...vectorSizes.map(roomForVector), ...layers.map(roomForLayer)]);
  const memory = new WebAssembly.Memory({
    initial: Math.ceil(((starts.at(-1) ?? 0) * floatBytes) / pageBytes),
  });
  const room: Room = { floats: new Float32Array(memory.buffer), addRows: openRowKernel(memory) };
  const [inputs, state, active, said] = vectorSizes.map((size, index) =>
    placeVector(room, starts[index] ?? 0, size),
  );
  const [entry, ...rest] = layers.map((layer, index) =>
    placeLayer(room, starts[vectorSizes.length + index] ?? 0, layer),
  );
  const [head, skip] = rest.splice(-2);
  if (!inputs || !state || !active || !said || !entry || !head || !skip)
    throw new Error('A net has an entry, a head and a skip.');
  return {
    shape,
    forward: (row) => {
      inputs.values.set(row);
      state.values.fill(0);
      said.values.fill(0);
      entry(inputs, state);
      for (let block = 0; block < rest.length; block += 2) {
        active.values.fill(0);
        rest[block]?.(state, active);
        rectify(active.values);
        rest[block + 1]?.(active, state);
      }
      head(state, said);
      skip(inputs, said);
      return said.values.slice();
    },
  };
}

type Room = { readonly floats: Float32Array; readonly addRows: AddRows };

/** Numbers in the room, with a 1 behind them that the biases are multiplied by. */
type Vector = { readonly start: number; readonly values: Float32Array };

/** Adds what a layer says to `inputs` to `sums`. */
type PlacedLayer = (inputs: Vector, sums: Vector) => void;

const wholeLanes = (count: number): number => Math.ceil(count / lanes) * lanes;
const roomForVector = (size: number): number => wholeLanes(size + 1);
const roomForLayer = ({ inputs, outputs }: Layer): number => (inputs + 1) * wholeLanes(outputs);

/** Where each of so large stretches begins, one after the other, and where the last one ends. */
function startsOf(sizes: readonly number[]): number[] {
  const starts = [0];
  for (const size of sizes) starts.push((starts.at(-1) ?? 0) + size);
  return starts;
}

function placeVector({ floats }: Room, start: number, size: number): Vector {
  floats[start + size] = 1;
  return { start, values: floats.subarray(start, start + size) };
}

/** Rows are filled up with zeros to whole lanes; the biases are the last row. */
function placeLayer({ floats, addRows }: Room, start: number, layer: Layer): PlacedLayer {
  const { inputs: count, outputs, weights, biases } = layer;
  const rowSize = wholeLanes(outputs);
  for (let row = 0; row < count; row += 1)
    floats.set(weights.subarray(row * outputs, (row + 1) * outputs), start + row * rowSize);
  floats.set(biases, start + count * rowSize);
  return (inputs, sums) =>
    addRows(
      inputs.start * floatBytes,
      (inputs.start + count + 1) * floatBytes,
      start * floatBytes,
      sums.start * floatBytes,
      (sums.start + rowSize) * floatBytes,
    );
}

function rectify(values: Float32Array): void {
  for (let index = 0; index < values.length; index += 1)
    if ((values[index] ?? 0) < 0) values[index] = 0;
}
