import { describe, expect, it } from '@jest/globals';
import { calibrationWindows } from '../../training/intervals/calibration-windows.ts';
import { stepErrors } from '../../training/intervals/step-errors.ts';
import type { LearningSeries } from '../../training/forecast/learning-series.ts';

const ramp: LearningSeries = {
  source: 'made up',
  id: '1',
  owner: '1',
  grain: 'MONTH',
  start: '2010-01-01',
  values: Array.from({ length: 150 }, (_, index) => index + 1),
};
const plenty = { evidence: 'plenty', perSource: 4 } as const;

describe('the windows that intervals are calibrated on', () => {
  it('give what came right after their history, and the date that it begins at', () => {
    const [window] = calibrationWindows([ramp], 'MONTH', plenty);
    expect(window?.actual).toHaveLength(12);
    expect(window?.actual[0]).toBe((window?.series.values.at(-1) ?? 0) + 1);
    const [first = 0] = window?.series.values ?? [];
    expect(window?.series.start).toBe(
      `${2010 + Math.floor((first - 1) / 12)}-${String(((first - 1) % 12) + 1).padStart(2, '0')}-01`,
    );
  });

  it('leave out pieces in which something was kept apart', () => {
    const hidden = {
      ...ramp,
      values: ramp.values.map((value, index) =>
        index > 40 && index % 10 === 0 ? Number.NaN : value,
      ),
    };
    expect(calibrationWindows([hidden], 'MONTH', plenty)).toEqual([]);
  });

  it('let every collection count the same', () => {
    const errors = (source: string, value: number, count: number) =>
      Array.from({ length: count }, () => ({
        source,
        value: [value, value, value],
        sum: [value, value, value],
      }));
    const { value } = stepErrors([...errors('small', -1, 2), ...errors('large', 1, 200)], 2);
    expect(value[50]).toEqual([-1, 1]);
  });
});
