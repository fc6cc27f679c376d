import { describe, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { readQuestion } from '../src/forecast/forecast-question.ts';
import type { ScenarioChange } from '../src/forecast/scenario-input.ts';

const customerId = newId();
const read = (...scenario: readonly ScenarioChange[]) => readQuestion({ scenario }).scenarios;

describe('a scenario that is asked for', () => {
  it('is read change by change, in its order', () => {
    expect(
      read(
        { paysLater: { customerId, days: 30 } },
        { lostCustomer: { customerId } },
        { lostCustomer: { customerId, openInvoicesLost: true } },
        { everyMonth: { amountMinor: -450_000n, from: '2026-09-25', code: '6100' } },
        { once: { amountMinor: 90_000n, on: '2026-10-01' } },
      ),
    ).toEqual([
      { kind: 'PAYS_LATER', customerId, days: 30 },
      { kind: 'LOST_CUSTOMER', customerId, openInvoices: 'PAID' },
      { kind: 'LOST_CUSTOMER', customerId, openInvoices: 'LOST' },
      { kind: 'EVERY_MONTH', from: '2026-09-25', amountMinor: -450_000n, category: '6100' },
      { kind: 'ONCE', on: '2026-10-01', amountMinor: 90_000n, category: null },
    ]);
  });

  it.each<[string, readonly ScenarioChange[]]>([
    ['no field', [{}]],
    ['two fields', [{ paysLater: { customerId, days: 1 }, lostCustomer: { customerId } }]],
    ['no id', [{ lostCustomer: { customerId: "1' or 1=1" } }]],
    ['a delay of ages', [{ paysLater: { customerId, days: 366 } }]],
    ['more money than floats can count', [{ once: { amountMinor: 10n ** 14n, on: '2026-10-01' } }]],
    ['eleven changes', Array.from({ length: 11 }, () => ({ lostCustomer: { customerId } }))],
  ])('is refused with %s', (_what, scenario) => {
    expect(() => read(...scenario)).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }),
    );
  });

  it('may be about any figure', () => {
    const scenario = [{ lostCustomer: { customerId } }];
    expect(readQuestion({ target: 'REVENUE', scenario }).scenarios).toHaveLength(1);
  });
});
