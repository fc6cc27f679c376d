import { describe, expect, it } from '@jest/globals';
import { countryCodes, isCountry } from '../src/countries.ts';
import { isTimeZone, localTimeIn } from '../src/time-zone.ts';

const at = (instant: string) => Date.parse(instant);

describe('a time zone', () => {
  it.each(['UTC', 'Europe/Berlin', 'Asia/Kolkata', 'Asia/Calcutta', 'America/Argentina/Ushuaia'])(
    'may be %s',
    (name) => expect(isTimeZone(name)).toBe(true),
  );

  it.each(['', 'Mars/Base', '+01:00', 'CEST', 'Europe/Berlin; drop', 'E'.repeat(70)])(
    'is none by the name of “%s”',
    (name) => expect(isTimeZone(name)).toBe(false),
  );

  it('has days of its own', () => {
    expect(localTimeIn('UTC', at('2026-11-22T23:30:00Z'))).toEqual({
      date: '2026-11-22',
      hour: 23,
    });
    expect(localTimeIn('Pacific/Auckland', at('2026-11-22T11:00:00Z'))).toEqual({
      date: '2026-11-23',
      hour: 0,
    });
    expect(localTimeIn('America/Los_Angeles', at('2026-11-23T07:59:59Z'))).toEqual({
      date: '2026-11-22',
      hour: 23,
    });
    expect(localTimeIn('Asia/Kolkata', at('2026-11-22T18:29:00Z')).hour).toBe(23);
  });

  it('keeps nine at nine in summer and in winter', () => {
    expect(localTimeIn('Europe/Berlin', at('2026-07-01T07:00:00Z')).hour).toBe(9);
    expect(localTimeIn('Europe/Berlin', at('2026-12-01T08:00:00Z')).hour).toBe(9);
  });

  it('leaves an hour out in spring, and has one twice in autumn', () => {
    const hours = (midnight: string) =>
      [0, 1, 2, 3].map(
        (hour) => localTimeIn('Europe/Berlin', at(midnight) + hour * 3_600_000).hour,
      );
    expect(hours('2026-03-28T23:00:00Z')).toEqual([0, 1, 3, 4]);
    expect(hours('2026-10-24T22:00:00Z')).toEqual([0, 1, 2, 2]);
  });

  it('is refused where it is none', () => {
    expect(() => localTimeIn('Mars/Base', 0)).toThrow(RangeError);
  });
});

it('knows the countries of ISO 3166, and no others', () => {
  expect(countryCodes).toHaveLength(249);
  expect(['DE', 'GB', 'US', 'NZ'].every(isCountry)).toBe(true);
  expect(['UK', 'EU', 'de', 'DDR', 'DD', ''].some(isCountry)).toBe(false);
});
