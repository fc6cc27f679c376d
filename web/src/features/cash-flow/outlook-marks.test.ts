import { expect, it } from '@jest/globals';
import { outlookMarks } from './outlook-marks.ts';

it('tells the series of a chart apart without their colours', () => {
  const drawn = outlookMarks('Cash', true).map(
    ({ name: _name, stroke: _stroke, fill, fillOpacity: _opacity, ...line }) =>
      JSON.stringify({ ...line, isArea: fill !== undefined }),
  );
  expect(new Set(drawn).size).toBe(drawn.length);
});
