import fc from 'fast-check';

/** What happens to one invoice: payments, and what went back of each. */
export type Story = {
  readonly totalMinor: bigint;
  readonly taxMinor: bigint;
  /** Issued only after the events about its money were published. */
  readonly isLate: boolean;
  readonly payments: readonly PaymentStory[];
};

export type PaymentStory = {
  readonly amountMinor: bigint;
  readonly feeMinor: bigint;
  readonly refunds: readonly bigint[];
  readonly dispute: null | { readonly feeMinor: bigint; readonly end: 'OPEN' | 'WON' | 'LOST' };
};

const amount = fc.bigInt(1n, 1_000_000n);

const payment = fc
  .record({
    amountMinor: amount,
    feePermille: fc.bigInt(0n, 60n),
    refundParts: fc.array(fc.bigInt(1n, 400n), { maxLength: 3 }),
    dispute: fc.option(
      fc.record({
        feeMinor: fc.constantFrom(0n, 1500n),
        end: fc.constantFrom('OPEN', 'WON', 'LOST'),
      }),
      { freq: 4 },
    ),
  })
  .map(({ amountMinor, feePermille, refundParts, dispute }): PaymentStory => {
    const refunds: bigint[] = [];
    let left = amountMinor;
    for (const part of refundParts) {
      const refund = (amountMinor * part) / 400n;
      if (refund > 0n && refund <= left) {
        refunds.push(refund);
        left -= refund;
      }
    }
    return {
      amountMinor,
      feeMinor: (amountMinor * feePermille) / 1000n,
      refunds,
      dispute,
    };
  });

/** Invoices with too little, just enough and too much money, given back in any way. */
export const story: fc.Arbitrary<Story> = fc
  .record({
    totalMinor: amount,
    taxPercent: fc.bigInt(0n, 27n),
    isLate: fc.boolean(),
    payments: fc.array(payment, { maxLength: 3 }),
    isExact: fc.boolean(),
  })
  .map(({ totalMinor, taxPercent, isLate, payments, isExact }) => {
    const paid = payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
    const total = isExact && paid > 0n ? paid : totalMinor;
    return {
      totalMinor: total,
      taxMinor: (total * taxPercent) / (100n + taxPercent),
      isLate,
      payments,
    };
  });
