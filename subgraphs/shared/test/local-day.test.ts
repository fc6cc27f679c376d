import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, toLocalDate } from '../src/local-date.ts';
import { localDateIn, utc } from '../src/time-zone.ts';

const hourMs = 3_600_000;
/** Offsets of half and quarter hours, of more than half a day, and clocks that change. */
const zones = [
  'America/Los_Angeles',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'Pacific/Apia',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];
const zone = fc.constantFrom(...zones);
const instant = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2040-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const later = (at: Date, ms: number) => new Date(at.getTime() + ms);

describe('the day where somebody is', () => {
  it('is that of UTC in UTC', () => {
    fc.assert(fc.property(instant, (at) => expect(localDateIn(utc, at)).toBe(toLocalDate(at))));
  });

  it('is at most a day from that of UTC', () => {
    fc.assert(
      fc.property(zone, instant, (where, at) =>
        expect(Math.abs(daysBetween(toLocalDate(at), localDateIn(where, at)))).toBeLessThan(2),
      ),
    );
  });

  it('never goes back, and only the next one follows, also when the clocks change', () => {
    const step = fc.integer({ min: 1, max: hourMs });
    fc.assert(
      fc.property(zone, instant, step, (where, at, ms) => {
        const [before, after] = [localDateIn(where, at), localDateIn(where, later(at, ms))];
        // Samoa went over the date line, and had no 30 December 2011.
        const next = before === '2011-12-29' && where === 'Pacific/Apia' ? 2 : 1;
        expect([before, addDays(before, next)]).toContain(after);
      }),
    );
  });

  it.each([
    ['Australia/Sydney', '2026-03-01T12:59:59Z', '2026-03-01', '2026-03-02'],
    ['Australia/Sydney', '2026-06-01T13:59:59Z', '2026-06-01', '2026-06-02'],
    ['America/Los_Angeles', '2026-03-08T07:59:59Z', '2026-03-07', '2026-03-08'],
    ['America/Los_Angeles', '2026-03-09T06:59:59Z', '2026-03-08', '2026-03-09'],
    ['Europe/Berlin', '2026-10-24T21:59:59Z', '2026-10-24', '2026-10-25'],
    ['Europe/Berlin', '2026-10-25T22:59:59Z', '2026-10-25', '2026-10-26'],
  ])('in %s ends after %s', (where, lastSecond, day, next) => {
    const at = new Date(lastSecond);
    expect([localDateIn(where, at), localDateIn(where, later(at, 1000))]).toEqual([day, next]);
  });
});
