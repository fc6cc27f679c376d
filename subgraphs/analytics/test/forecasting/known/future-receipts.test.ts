import { describe, expect, it } from '@jest/globals';
import { priorDelay } from '../../../src/forecasting/known/delay-prior.ts';
import { futureReceipts } from '../../../src/forecasting/known/future-receipts.ts';
import { noWeekdays } from '../../../src/forecasting/known/weekdays.ts';

const delays = { of: priorDelay, ofAnybody: priorDelay() };
const issuing = [{ customerId: 'acme', rate: 0.5, amounts: [200], terms: 14, traits: [] }];
const about = { today: 20_000, weekdays: noWeekdays };
const receivedAt = (levels: Float64Array): Float64Array =>
  futureReceipts(issuing, delays, { ...about, levels })[0]?.expected ?? new Float64Array();

describe('receipts of invoices to come', () => {
  it('grow to what is invoiced a day, less what is never paid', () => {
    const expected = receivedAt(new Float64Array(420).fill(1));
    const last = expected.at(-1) ?? 0;
    expect(expected[0]).toBeLessThan(last / 50);
    expect(last).toBeGreaterThan(90);
    expect(last).toBeLessThan(100);
  });

  it('are the sum of what each day of issue brings, whatever the levels', () => {
    const levels = Float64Array.from({ length: 90 }, (_, day) => (day < 30 ? 1 : day < 61 ? 3 : 0));
    const each = [...levels].map((level, day) => {
      const alone = new Float64Array(90);
      alone[day] = level;
      return receivedAt(alone);
    });
    receivedAt(levels).forEach((value, day) =>
      expect(each.reduce((sum, one) => sum + (one[day] ?? 0), 0)).toBeCloseTo(value, 8),
    );
  });
});
