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
      const offset = offsetOf(series.values);
      if (offset === null) return null;
      return (
        member
          .forecast(logarithmsOf(series, offset), horizon)
          ?.map((value) => Math.exp(value) - offset) ?? null
      );
    },
    settled: (series) => {
      const offset = offsetOf(series.values);
      return onLogarithms(
        offset === null ? member : (member.settled?.(logarithmsOf(series, offset)) ?? member),
      );
    },
  };
}

const logarithmsOf = (series: Series, offset: number): Series => ({
  ...series,
  values: series.values.map((value) => Math.log(value + offset)),
});

/** What has to be added for a logarithm to exist: nothing to positive values; null where nothing helps. */
function offsetOf(values: readonly number[]): number | null {
  const least = Math.min(...values);
  if (least > 0) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return least < 0 || mean === 0 ? null : shareOfMean * mean;
}
