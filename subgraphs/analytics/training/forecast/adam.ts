import { type Layer, layersOf, type Net } from '../../src/forecasting/neural/net.ts';

const [firstDecay, secondDecay, epsilon] = [0.9, 0.999, 1e-8];

/** Moves a net's numbers by their slopes; `slopes` are in the order of its layers. */
export type Optimizer = (slopes: readonly Layer[], rate: number) => void;

/** Adam (Kingma and Ba 2015) with decoupled weight decay (Loshchilov and Hutter 2019); biases don't decay. */
export function adam(net: Net, weightDecay: number): Optimizer {
  const moments = layersOf(net).map((layer) => ({
    weights: momentsOf(layer.weights, weightDecay),
    biases: momentsOf(layer.biases, 0),
  }));
  let step = 0;
  return (slopes, rate) => {
    step += 1;
    const correction = Math.sqrt(1 - secondDecay ** step) / (1 - firstDecay ** step);
    moments.forEach(({ weights, biases }, index) => {
      const slope = slopes[index];
      if (slope === undefined) throw new Error('Each layer has its slopes.');
      move(weights, slope.weights, { rate, correction });
      move(biases, slope.biases, { rate, correction });
    });
  };
}

type Moments = {
  readonly values: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
  readonly decay: number;
};

const momentsOf = (values: Float32Array, decay: number): Moments => ({
  values,
  decay,
  first: new Float32Array(values.length),
  second: new Float32Array(values.length),
});

function move(
  { values, first, second, decay }: Moments,
  slopes: Float32Array,
  { rate, correction }: { readonly rate: number; readonly correction: number },
): void {
  for (let index = 0; index < values.length; index += 1) {
    const slope = slopes[index] ?? 0;
    const mean = firstDecay * (first[index] ?? 0) + (1 - firstDecay) * slope;
    const square = secondDecay * (second[index] ?? 0) + (1 - secondDecay) * slope * slope;
    first[index] = mean;
    second[index] = square;
    const value = values[index] ?? 0;
    const step = (correction * mean) / (Math.sqrt(square) + epsilon);
    values[index] = value - rate * (step + decay * value);
  }
}
