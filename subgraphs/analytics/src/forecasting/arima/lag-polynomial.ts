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

/**
 * Writes the weights of (1 - a1 B - a2 B^2 ...)(1 - b1 B^s ...), as what is added to an expectation, from the partial
 * autocorrelations of both factors.
 */
export function multiplyOut(
  into: LagPolynomial,
  ordinary: Float64Array,
  seasonal: Float64Array,
): void {
  fromPartial(ordinary, into.ordinary);
  fromPartial(seasonal, into.seasonal);
  let at = 0;
  for (let outer = 0; outer <= seasonal.length; outer += 1) {
    for (let inner = 0; inner <= ordinary.length; inner += 1) {
      if (outer === 0 && inner === 0) continue;
      const own = inner === 0 ? 1 : (into.ordinary[inner - 1] ?? 0);
      const other = outer === 0 ? 1 : (into.seasonal[outer - 1] ?? 0);
      into.weights[at] = inner > 0 && outer > 0 ? -into.sign * own * other : own * other;
      at += 1;
    }
  }
}

/** Coefficients whose partial autocorrelations these are, by the recursion of Durbin and Levinson, in place. */
function fromPartial(partial: Float64Array, into: Float64Array): void {
  for (let order = 0; order < partial.length; order += 1) {
    const last = partial[order] ?? 0;
    for (let low = 0, high = order - 1; low <= high; low += 1, high -= 1) {
      const first = into[low] ?? 0;
      const second = into[high] ?? 0;
      into[low] = first - last * second;
      into[high] = second - last * first;
    }
    into[order] = last;
  }
}
