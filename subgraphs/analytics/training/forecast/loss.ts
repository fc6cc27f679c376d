import { quantiles } from '../../src/forecasting/neural/net-shape.ts';

/** What a batch of windows asks the net to say: one number a row and period, and how much each counts (0 where unknown). */
export type Wanted = { readonly told: Float32Array; readonly counts: Float32Array };

/**
 * The quantile loss (Koenker and Bassett 1978) of what the net said, per counted period, and its slope at each number said. The loss of the
 * middle quantile is half the absolute error.
 */
export function quantileLoss(
  said: Float32Array,
  { told, counts }: Wanted,
): { readonly loss: number; readonly slope: Float32Array } {
  const slope = new Float32Array(said.length);
  const share = 1 / counts.length;
  let loss = 0;
  for (let place = 0; place < told.length; place += 1) {
    const count = counts[place] ?? 0;
    if (count === 0) continue;
    const scored = { wanted: told[place] ?? 0, by: count * share, at: place * quantiles.length };
    loss += scorePeriod(said, slope, scored);
  }
  return { loss, slope };
}

type Period = { readonly wanted: number; readonly by: number; readonly at: number };

function scorePeriod(said: Float32Array, slope: Float32Array, { wanted, by, at }: Period): number {
  let loss = 0;
  quantiles.forEach((quantile, index) => {
    const miss = wanted - (said[at + index] ?? 0);
    const price = miss > 0 ? quantile : quantile - 1;
    loss += by * price * miss;
    slope[at + index] = -by * price;
  });
  return loss;
}
