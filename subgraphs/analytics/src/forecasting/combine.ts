import { type Weighted, weightedQuantile } from './quantiles.ts';

/** What a member said and how much it counts. */
export type Opinion = { readonly values: readonly number[]; readonly weight: number };

/** The weighted median of the opinions, step by step: one member that goes astray moves it little. NaN without opinions. */
export function combineOpinions(opinions: readonly Opinion[], horizon: number): readonly number[] {
  return Array.from({ length: horizon }, (_, step) => {
    const parts = opinions.map(
      ({ values, weight }): Weighted => ({ value: values[step] ?? 0, weight }),
    );
    return weightedQuantile(parts, 0.5);
  });
}
