import { describe, expect, it } from '@jest/globals';
import { forecastSeries } from '../../src/forecasting/forecast-series.ts';
import { remembering } from '../../src/forecasting/remembering.ts';
import { shortHistory } from '../../src/forecasting/short-history.ts';
import { seriesOf } from './support.ts';

function forecaster(most: number) {
  let asked = 0;
  const forecast = remembering((series, horizon) => {
    asked += 1;
    return forecastSeries(series, horizon, [shortHistory]);
  }, most);
  return { forecast, timesAsked: () => asked };
}

describe('a forecaster that remembers', () => {
  it('works once for the same question, gaps included', () => {
    const { forecast, timesAsked } = forecaster(3);
    const ask = () => forecast(seriesOf([1, 2, Number.NaN, 4, 5]), 6);
    const first = ask();
    expect(ask()).toBe(first);
    expect(first).toEqual(forecastSeries(seriesOf([1, 2, Number.NaN, 4, 5]), 6, [shortHistory]));
    expect(timesAsked()).toBe(1);
  });

  it('tells apart whatever an answer may hang on', () => {
    const { forecast, timesAsked } = forecaster(20);
    const series = seriesOf([1, 2, 3, 4, 0]);
    const questions = [
      series,
      { ...series, values: [1, 2, 3, 4, -0] },
      { ...series, values: [1, 2, 3, 4] },
      { ...series, values: [1, 2, 3, 4, Number.EPSILON] },
      { ...series, start: '2020-02-01' },
      { ...series, isNonNegative: !series.isNonNegative },
      { ...series, country: 'GB' },
      { ...series, grain: 'WEEK' as const },
    ];
    for (const question of questions) forecast(question, 6);
    forecast(series, 7);
    expect(timesAsked()).toBe(questions.length + 1);
  });

  it('forgets what was not asked for longest', () => {
    const { forecast, timesAsked } = forecaster(2);
    const [a, b, c] = [seriesOf([1]), seriesOf([2]), seriesOf([3])];
    for (const series of [a, b, a, c, a]) forecast(series, 1);
    expect(timesAsked()).toBe(3);
    forecast(b, 1);
    expect(timesAsked()).toBe(4);
  });

  it('is not misled by a series that changes in its owner’s hands', () => {
    const { forecast } = forecaster(2);
    const values = [1, 2, 3];
    forecast(seriesOf(values), 1);
    values[2] = 30;
    expect(forecast(seriesOf(values), 1).median).toEqual([11]);
  });
});
