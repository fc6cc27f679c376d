import { describe, expect, it } from '@jest/globals';
import {
  type Alarm,
  barFor,
  type Occasion,
  type Review,
  type Size,
} from '../../src/anomaly/bar.ts';
import { logSizeOf } from '../../src/anomaly/fact.ts';
import type { AnomalyKind, Finding } from '../../src/anomaly/finding.ts';

const dayMs = 86_400_000;
const atMs = Date.UTC(2026, 6, 1);

const eur = (amountMinor: bigint): Size => ({ logSize: logSizeOf(amountMinor), currency: 'EUR' });

const finding = (kind: AnomalyKind): Finding => ({
  kind,
  rarity: 0.001,
  group: 'rent',
  explain: () => ({ reason: '', evidence: [] }),
});

const alarm = (daysAgo: number, about: Partial<Alarm> = {}): Alarm => ({
  kind: 'DUPLICATE',
  group: 'other',
  atMs: atMs - daysAgo * dayMs,
  ...about,
});

const bar = (kind: AnomalyKind, about: Partial<Occasion> = {}): number =>
  barFor(finding(kind), {
    atMs,
    factsPerWeek: 1,
    alarms: [],
    reviews: [],
    ...eur(100_000n),
    ...about,
  });

describe('the bar', () => {
  it('is a quarter of an alarm a week, and never more often than once in a hundred facts', () => {
    expect([0, 1, 25, 50, 1_000].map((factsPerWeek) => bar('AMOUNT', { factsPerWeek }))).toEqual([
      0.01, 0.01, 0.01, 0.005, 0.00025,
    ]);
  });

  it('is four times harder with each alarm of the last seven days, and shut after five', () => {
    const after = (...alarms: Alarm[]) => bar('AMOUNT', { alarms });
    expect(after(alarm(6.9))).toBe(0.01 / 4);
    expect(after(alarm(0), alarm(3))).toBe(0.01 / 16);
    expect(after(alarm(7))).toBe(0.01);
    expect(after(alarm(-1))).toBe(0.01); // Told of later: what comes late is judged as it would have been.
    expect(after(...[1, 2, 3, 4].map((day) => alarm(day)))).toBe(0.01 / 256);
    expect(after(...[1, 2, 3, 4, 5].map((day) => alarm(day)))).toBe(0);
  });

  it.each<[AnomalyKind, number]>([
    ['FREQUENCY', 7],
    ['UNUSUAL_HOUR', 7],
    ['LEVEL_SHIFT', 28],
  ])('is shut for a %s that was told of within %d days', (kind, days) => {
    const after = (daysAgo: number, about: Partial<Alarm> = {}) =>
      bar(kind, {
        alarms: [alarm(daysAgo, { kind, group: 'rent', ...about })],
      });
    expect([after(0), after(days - 0.1)]).toEqual([0, 0]);
    expect(after(days)).toBe(0.01);
    expect(after(1, { group: 'other' })).toBe(0.01 / 4);
    expect(after(1, { kind: 'AMOUNT' })).toBe(0.01 / 4);
  });

  it('stays open for an amount of a party that was told of a minute ago', () => {
    const same = alarm(0, { kind: 'AMOUNT', group: 'rent' });
    expect(bar('AMOUNT', { alarms: [same] })).toBe(0.01 / 4);
  });

  it('moves with what was said before, not with what is said at the same instant or later', () => {
    const said = (reviewedAt: number) => ({
      reviews: [
        {
          anomalyId: 'a',
          kind: 'AMOUNT' as const,
          group: 'rent',
          verdict: 'EXPECTED' as const,
          atMs: reviewedAt,
          ...eur(100_000n),
        },
      ],
    });
    expect(bar('AMOUNT', said(atMs - 1))).toBeCloseTo(0.01 / 8 / 1.5, 9);
    expect(bar('AMOUNT', said(atMs))).toBe(0.01);
  });

  it.each<[number, Partial<Review>, Size]>([
    [1 / 12, {}, eur(1n)],
    [1 / 12, {}, eur(200_000n)],
    [1 / Math.sqrt(12), {}, eur(447_214n)], // Half way from twice to ten times, as ratios go.
    [1, {}, eur(1_000_000n)],
    [1, { kind: 'UNUSUAL_HOUR' }, eur(1_000_000n)],
    [1 / 12, {}, { ...eur(1_000_000n), currency: 'JPY' }], // Nothing to compare.
    [1 / 12, { kind: 'LEVEL_SHIFT' }, eur(1_000_000n)], // The level is another amount than the record's.
    [2.4, { verdict: 'CONFIRMED' }, eur(1_000_000n)],
    [1, { verdict: 'OPEN' }, eur(1n)],
  ])('moves by %d with an answer about 1,000.00 that was %j, for %j', (by, said, size) => {
    const answer = { anomalyId: 'a', kind: 'AMOUNT', group: 'rent', verdict: 'EXPECTED' } as const;
    const review: Review = { ...answer, ...said, atMs: 0, ...eur(100_000n) };
    expect(bar(review.kind, { reviews: [review], ...size })).toBeCloseTo(0.01 * by, 7);
  });
});
