/** Past values, or past errors, that a value depends on: which, and how much. The weights are written anew for every try of a search. */
export type LagPolynomial = {
  readonly lags: Int32Array;
  readonly weights: Float64Array;
  readonly longest: number;
  /** 1 for autoregression; -1 for moving averages, whose factors have plus signs. */
  readonly sign: 1 | -1;
  readonly ordinary: Float64Array;
  readonly seasonal: Float64Array;
};

/** Room for the product of an ordinary polynomial of the given order and a seasonal one. */
export function lagPolynomial(
  order: number,
  seasonalOrder: number,
  { season, sign }: { season: number; sign: 1 | -1 },
): LagPolynomial {
  const lags: number[] = [];
  for (let outer = 0; outer <= seasonalOrder; outer += 1) {
    for (let inner = 0; inner <= order; inner += 1) lags.push(inner + outer * season);
  }
  lags.shift();
  return {
    lags: Int32Array.from(lags),
    weights: new Float64Array(lags.length),
    longest: lags.at(-1) ?? 0,
    sign,
    ordinary: new Float64Array(order),
    seasonal: new Float64Array(seasonalOrder),
  };
}

/** Where in a point of a search the partial autocorrelations of the two factors begin. */
export type Places = { readonly ordinary: number; readonly seasonal: number };

/** Sets both factors, (1 - a1 B - a2 B^2 ...) and (1 - b1 B^s ...), from their partial autocorrelations. */
export function setFactors(
  { ordinary, seasonal }: LagPolynomial,
  at: Float64Array,
  places: Places,
): void {
  fromPartial(at, places.ordinary, ordinary);
  fromPartial(at, places.seasonal, seasonal);
}

/** Writes the weights of the product of both factors, as what is added to an expectation. */
export function multiplyOut({ ordinary, seasonal, weights, sign }: LagPolynomial): void {
  let term = 0;
  for (let outer = 0; outer <= seasonal.length; outer += 1) {
    for (let inner = 0; inner <= ordinary.length; inner += 1) {
      if (outer === 0 && inner === 0) continue;
      const own = inner === 0 ? 1 : (ordinary[inner - 1] ?? 0);
      const other = outer === 0 ? 1 : (seasonal[outer - 1] ?? 0);
      weights[term] = inner > 0 && outer > 0 ? -sign * own * other : own * other;
      term += 1;
    }
  }
}

/** Coefficients whose partial autocorrelations these are, by the recursion of Durbin and Levinson, in place. */
function fromPartial(partial: Float64Array, from: number, into: Float64Array): void {
  for (let order = 0; order < into.length; order += 1) {
    const last = partial[from + order] ?? 0;
    for (let low = 0, high = order - 1; low <= high; low += 1, high -= 1) {
      const first = into[low] ?? 0;
      const second = into[high] ?? 0;
      into[low] = first - last * second;
      into[high] = second - last * first;
    }
    into[order] = last;
  }
}
