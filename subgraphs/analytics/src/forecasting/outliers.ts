import { seasonLength } from './grains.ts';
import { movingMedian } from './moving-median.ts';
import { median, quantileOfSorted } from './quantiles.ts';
import type { Member, Series } from './series.ts';

/** How many interquartile ranges beyond the quartiles a value may lie (Tukey's far out). */
const reach = 3;

/** At both ends the moving median sees one side only and lags behind a trend, so more is let pass. */
const reachAtEnds = 6;

/** What lies further back is no longer looked at by the members that this is for. */
const most = 260;

/** Fewer values have no quartiles worth the name. */
const least = 12;

/**
 * A member that sees outliers pulled in to the border of what is usual: one bill in ten years neither lifts its level nor makes a season.
 * For members that square errors; what makes no use of squares needs none of it.
 */
export function withoutOutliers(member: Member): Member {
  return {
    name: member.name,
    forecast: (series, horizon) => member.forecast(pulledIn(series), horizon),
    settled: (series) => withoutOutliers(member.settled?.(pulledIn(series)) ?? member),
  };
}

/**
 * The series with remainders from a moving median, and from the season's median where there are three seasons, held within three
 * interquartile ranges of the quartiles. Unchanged where half of the remainders are equal, as with series that are mostly zero.
 */
export function pulledIn(series: Series): Series {
  const { grain } = series;
  const values = series.values.slice(-most);
  if (values.length < least) return series;
  const usual = usualValues(values, seasonLength(grain));
  const rest = values.map((value, index) => value - (usual[index] ?? 0));
  const sorted = Float64Array.from(rest).sort();
  const low = quantileOfSorted(sorted, 0.25);
  const high = quantileOfSorted(sorted, 0.75);
  const range = high - low;
  if (range <= 0) return series;
  const half = Math.floor(seasonLength(grain) / 2);
  const held = rest.map((value, index) => {
    const isWhole = index >= half && index < values.length - half;
    const margin = (isWhole ? reach : reachAtEnds) * range;
    return Math.min(high + margin, Math.max(low - margin, value));
  });
  const recent = values.map((value, index) => value + ((held[index] ?? 0) - (rest[index] ?? 0)));
  return { ...series, values: [...series.values.slice(0, -most), ...recent] };
}

function usualValues(values: readonly number[], season: number): readonly number[] {
  const half = Math.floor(season / 2);
  const level = movingMedian(values, half);
  if (values.length < 3 * season) return level;
  const pattern = Array.from({ length: season }, (_, phase) => {
    const rest: number[] = [];
    for (let index = phase; index < values.length; index += season)
      rest.push((values[index] ?? 0) - (level[index] ?? 0));
    return median(rest);
  });
  return level.map((value, index) => value + (pattern[index % season] ?? 0));
}
