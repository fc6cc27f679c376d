import type { Member, Series } from './series.ts';

/** Added to a series with zeros before its logarithm is taken, as a share of its mean. */
const shareOfMean = 0.1;

/**
 * A member that forecasts the logarithms. Amounts of businesses grow by shares and err upwards: the way back from logarithms gives the
 * median, which the absolute error rewards, where the level itself gives the mean. Null with values below zero.
 */
export function onLogarithms(member: Member): Member {
  return {
    name: `log-${member.name}`,
    forecast: (series, horizon) => {
      const logarithms = logarithmsOf(series);
      if (logarithms === null) return null;
      const said = member.forecast(logarithms.series, horizon);
      return said?.map((value) => Math.exp(value) - logarithms.offset) ?? null;
    },
    settled: (series) => {
      const logarithms = logarithmsOf(series);
      return onLogarithms((logarithms && member.settled?.(logarithms.series)) ?? member);
    },
  };
}

/** A series' logarithms, and what was added to its values before. */
type Linked = { readonly series: Series; readonly offset: number };

/** Three members are given the same series, one after the other. */
const linked = new WeakMap<Series, Linked | null>();

/** Null where there are no logarithms. */
function logarithmsOf(series: Series): Linked | null {
  const known = linked.get(series);
  if (known !== undefined) return known;
  const offset = offsetOf(series.values);
  const found = offset === null ? null : { series: withLogarithms(series, offset), offset };
  linked.set(series, found);
  return found;
}

const withLogarithms = (series: Series, offset: number): Series => ({
  ...series,
  values: series.values.map((value) => Math.log(value + offset)),
});

/** What has to be added for a logarithm to exist: nothing to positive values; null where nothing helps. */
function offsetOf(values: readonly number[]): number | null {
  const least = values.reduce((lowest, value) => Math.min(lowest, value), Number.POSITIVE_INFINITY);
  if (least > 0) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return least < 0 || mean === 0 ? null : shareOfMean * mean;
}
