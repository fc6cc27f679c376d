import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Alarm, type Review, tuning } from '../../src/anomaly/bar.ts';
import { type Fact, toFact } from '../../src/anomaly/fact.ts';
import { screen } from '../../src/anomaly/screen.ts';
import { fact, sameNumbers, usualMonths } from '../support/facts.ts';

const usual = usualMonths(24, sameNumbers(1));
const today = 24 * 30 + 1;
const repair = (day: number, name: string, amountMinor = 2_000_000n) =>
  fact(day, { text: `Repair of ${name}`, amountMinor });

const found = (facts: readonly Fact[], reviews: readonly Review[] = []) =>
  screen({ facts, before: 0, alarms: [], reviews });

describe('screening', () => {
  it('finds what is odd, with its reason and its evidence', () => {
    const odd = repair(today, 'the planer');
    const raised = found([...usual, odd]);
    expect(raised.map(({ fact: { id } }) => id)).toEqual([odd.id]);
    expect(raised[0]).toMatchObject({
      kind: 'NEW_PAYEE',
      reason: expect.stringContaining('is new'),
    });
    expect(raised[0]?.rarity).toBeLessThan(0.01);
  });

  it.each([
    ['JPY', 'JP¥2,000,000'],
    ['KWD', 'KWD\u00a02,000.000'],
  ])('says the same in another currency, with its own decimals: %s', (currency, said) => {
    const raised = found(
      [...usual, repair(today, 'the planer')].map((one) => toFact({ ...one, currency })),
    );
    expect(raised).toHaveLength(1);
    expect(raised[0]?.reason).toContain(said);
    expect(JSON.stringify(raised[0]?.evidence)).not.toContain('€');
  });

  it('says the same in whatever portions the facts are read', () => {
    const facts = [...usual, repair(today, 'the planer'), repair(today + 3, 'the saw')];
    const whole = found(facts).map(({ fact: { id } }) => id);
    expect(whole).toHaveLength(2);
    fc.assert(
      fc.property(fc.array(fc.nat(facts.length), { maxLength: 4 }), (cuts) => {
        const places = [...new Set([0, ...cuts, facts.length])].toSorted((a, b) => a - b);
        const alarms: Alarm[] = [];
        const ids = places.slice(1).flatMap((end, index) => {
          const before = places[index] ?? 0;
          const raised = screen({ facts: facts.slice(0, end), before, alarms, reviews: [] });
          alarms.push(...raised.map((one) => ({ ...one, atMs: one.fact.atMs })));
          return raised.map(({ fact: { id } }) => id);
        });
        expect(ids).toEqual(whole);
      }),
      { numRuns: 6 },
    );
  });

  it('raises few: five a week at most, each harder than the one before', () => {
    const many = Array.from({ length: 30 }, (_, place) =>
      repair(today, `machine ${'abcdefghijklmnopqrstuvwxyzäöüß'[place] ?? ''}`, 90_000_000n),
    );
    const raised = found([...usual, ...many]);
    expect(raised.length).toBeGreaterThanOrEqual(1);
    expect(raised.length).toBeLessThanOrEqual(5);
  });

  it('keeps quiet where nothing is odd: on ten quiet books at most one alarm in two years', () => {
    const raised = Array.from({ length: 10 }, (_, seed) =>
      found(usualMonths(24, sameNumbers(seed))),
    );
    expect(raised.flat().length).toBeLessThanOrEqual(1);
  });

  it.each([10, 30, 60])('tells of a second large new payee, %d days after the first', (days) => {
    const second = fact(today + days, { text: 'Kiln makers', amountMinor: 2_000_000n });
    const raised = found([...usual, repair(today, 'the planer'), second]);
    expect(raised.map(({ kind }) => kind)).toEqual(['NEW_PAYEE', 'NEW_PAYEE']);
  });

  it('tells of a burst once', () => {
    const refunds = [0, 1, 1, 2].map((day, place) =>
      fact(today + day, {
        source: 'REFUND',
        accountCode: '',
        text: '',
        customerId: `c${place}`,
      }),
    );
    const raised = found([...usual, ...refunds]);
    expect(raised.map(({ kind }) => kind)).toEqual(['FREQUENCY']);
  });
});

describe('what people say', () => {
  const odd = repair(today, 'the planer');
  const group = found([...usual, odd])[0]?.group ?? '';
  const said = (verdict: Review['verdict'], atMs: number, times = 1): Review[] =>
    Array.from({ length: times }, (_, place) => ({
      anomalyId: `${place}`,
      kind: 'NEW_PAYEE',
      group,
      verdict,
      atMs,
      logSize: odd.logSize,
      currency: odd.currency,
    }));

  it('makes the same harder to raise when it was expected', () => {
    expect(found([...usual, odd], said('EXPECTED', odd.atMs - 1, 3))).toEqual([]);
  });

  it('silences nothing that is far larger than what was expected', () => {
    const expected = said('EXPECTED', odd.atMs - 1, 3);
    const [larger, twice] = [100n, 2n].map((times) =>
      repair(today, 'the hall', 2_000_000n * times),
    );
    expect(found([...usual, twice ?? odd], expected)).toEqual([]);
    expect(found([...usual, larger ?? odd], expected)).toMatchObject([{ kind: 'NEW_PAYEE' }]);
  });

  it('makes the same easier to raise when it was confirmed', () => {
    const milder = repair(today, 'the lamp', 280_000n);
    expect(found([...usual, milder])).toEqual([]);
    expect(found([...usual, milder], said('CONFIRMED', milder.atMs - 1, 2))).toHaveLength(1);
  });

  it('counts from then on, not before', () => {
    expect(found([...usual, odd], said('EXPECTED', odd.atMs + 1, 9))).toHaveLength(1);
  });

  it('counts the newest of each anomaly: a word that was taken back leaves nothing', () => {
    const milder = repair(today, 'the lamp', 280_000n);
    const wavering = [...said('EXPECTED', 1, 2), ...said('CONFIRMED', 2, 2)];
    expect(found([...usual, milder], wavering)).toHaveLength(1);
    const raised = (reviews: readonly Review[]) => found([...usual, odd], reviews).length;
    const often = [1, 2, 3, 4].flatMap((atMs) => said('EXPECTED', atMs));
    expect([raised(said('EXPECTED', 1)), raised(often), raised(said('EXPECTED', 1, 4))]).toEqual([
      raised(said('EXPECTED', 4)),
      raised(said('EXPECTED', 4)),
      0,
    ]);
    expect(raised([...said('EXPECTED', 1, 4), ...said('CONFIRMED', odd.atMs, 4)])).toBe(0);
  });

  it('moves the bar within bounds, most for the same party', () => {
    const many = said('EXPECTED', 0, 100);
    const asked = { kind: 'NEW_PAYEE', group, logSize: odd.logSize, currency: 'EUR' } as const;
    const here = tuning(asked, many);
    const elsewhere = tuning({ ...asked, group: 'another' }, many);
    expect(here).toBeCloseTo(1 / 512 / 4, 9);
    expect(elsewhere).toBe(1 / 4);
    expect(tuning({ ...asked, kind: 'AMOUNT' }, many)).toBe(1);
    expect(tuning(asked, said('CONFIRMED', 0, 100))).toBe(8);
  });
});
