/** A seasonal ARIMA model in the notation of Box and Jenkins: (p, d, q)(P, D, Q) with a season. */
export type ArimaForm = {
  readonly p: number;
  readonly q: number;
  /** The same of the season. */
  readonly seasonalP: number;
  readonly seasonalQ: number;
  readonly hasConstant: boolean;
};

/** How often a series is differenced before the model is fitted. */
export type Differencing = {
  readonly ordinary: number;
  readonly seasonal: number;
  readonly season: number;
};

export const formKey = ({ p, q, seasonalP, seasonalQ, hasConstant }: ArimaForm): string =>
  `${p} ${q} ${seasonalP} ${seasonalQ} ${hasConstant}`;

export const coefficientCount = ({ p, q, seasonalP, seasonalQ, hasConstant }: ArimaForm): number =>
  p + q + seasonalP + seasonalQ + (hasConstant ? 1 : 0);
