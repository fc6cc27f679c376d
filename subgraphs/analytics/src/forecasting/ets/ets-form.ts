/** A form of exponential smoothing: error, trend and season, in the naming of Hyndman, Koehler, Ord and Snyder (2008). */
export type EtsForm = {
  readonly error: 'A' | 'M';
  readonly trend: 'N' | 'A' | 'Ad';
  readonly season: 'N' | 'A' | 'M';
  /** Values after which the season returns; 1 without one. */
  readonly seasonLength: number;
};

/** Smoothing parameters within the usual region: 0 < alpha < 1, beta < alpha, gamma < 1 - alpha, phi from 0.8 to 0.98. */
export type EtsParameters = { alpha: number; beta: number; gamma: number; phi: number };

export type EtsState = { level: number; trend: number; readonly season: Float64Array };

/**
 * The forms to choose among. Multiplicative ones want values above zero; an additive error with a multiplicative season is
 * numerically unstable and left out, as is a multiplicative trend, which overshoots.
 */
export function etsForms(seasonLength: number, isPositive: boolean): readonly EtsForm[] {
  const seasons: readonly EtsForm['season'][] =
    seasonLength === 1 ? ['N'] : isPositive ? ['N', 'A', 'M'] : ['N', 'A'];
  const errors: readonly EtsForm['error'][] = isPositive ? ['A', 'M'] : ['A'];
  const trends: readonly EtsForm['trend'][] = ['N', 'A', 'Ad'];
  return errors
    .flatMap((error) =>
      trends.flatMap((trend) => seasons.map((season) => ({ error, trend, season, seasonLength }))),
    )
    .filter(({ error, season }) => !(error === 'A' && season === 'M'));
}

/** How many figures a form estimates: smoothing parameters, states at the start, and the variance. */
export function freedom({ trend, season, seasonLength }: EtsForm): number {
  const trends = { N: 0, A: 2, Ad: 3 }[trend];
  const seasons = season === 'N' ? 0 : seasonLength;
  return 3 + trends + seasons;
}
