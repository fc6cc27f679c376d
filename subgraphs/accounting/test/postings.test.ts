import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isBalanced } from '../src/ledger/entry-draft.ts';
import { loseDisputePosting, winDisputePosting } from '../src/ledger/postings/close-dispute.ts';
import { issueInvoicePosting } from '../src/ledger/postings/issue-invoice.ts';
import { openDisputePosting } from '../src/ledger/postings/open-dispute.ts';
import { paymentFeePosting } from '../src/ledger/postings/payment-fee.ts';
import { receiveByHandPosting } from '../src/ledger/postings/receive-by-hand.ts';
import { receivePaymentPosting } from '../src/ledger/postings/receive-payment.ts';
import { refundPaymentPosting } from '../src/ledger/postings/refund-payment.ts';
import { reversePosting } from '../src/ledger/postings/reverse.ts';
import { shareRefund } from '../src/ledger/postings/share-refund.ts';

const positive = fc.bigInt({ min: 1n, max: 10n ** 15n });
const any = fc.bigInt({ min: 0n, max: 10n ** 15n });
const about = {
  id: 'id',
  paymentId: 'p',
  invoiceId: 'i',
  invoiceNumber: 'INV-00001',
  number: 'INV-00001',
  currency: 'EUR',
  issueDate: '2026-01-01',
  receivedOn: '2026-01-01',
  chargedOn: '2026-01-01',
  paidOn: '2026-01-01',
  refundedOn: '2026-01-01',
  disputedOn: '2026-01-01',
};

describe('the named postings', () => {
  it('balance for any amounts', () => {
    fc.assert(
      fc.property(positive, any, any, fc.boolean(), (a, b, c, isByHand) => {
        const share = { surplusMinor: b, amountMinor: a + c, taxMinor: c, excessMinor: b };
        const drafts = [
          issueInvoicePosting({ ...about, totalMinor: a + b, taxMinor: b }),
          receivePaymentPosting({ ...about, appliedMinor: b, surplusMinor: a }),
          receivePaymentPosting({ ...about, appliedMinor: a, surplusMinor: b }),
          receiveByHandPosting({ ...about, amountMinor: a }),
          paymentFeePosting({ ...about, feeMinor: a }),
          refundPaymentPosting({ ...about, share, isByHand }),
          openDisputePosting({ ...about, amountMinor: a, feeMinor: b }),
          winDisputePosting({ ...about, amountMinor: a }),
          loseDisputePosting({ ...about, share }),
        ];
        expect(drafts.filter(({ postings }) => !isBalanced(postings))).toEqual([]);
      }),
    );
  });

  it('are taken back line by line by their reversal', () => {
    const { postings } = issueInvoicePosting({ ...about, totalMinor: 119n, taxMinor: 19n });
    const reversal = reversePosting(
      { id: 'e', sequence: 1, invoiceId: null, paymentId: null, postings },
      { date: '2026-01-02', idempotencyKey: 'k' },
    );
    expect(reversal.postings.map(({ account, side }) => `${side} ${account}`)).toEqual([
      'CREDIT 1100',
      'DEBIT 4000',
      'DEBIT 2100',
    ]);
  });
});

describe('a refund', () => {
  it('in any parts takes back each cent once, and exactly the tax of the invoice', () => {
    const parts = fc.array(positive, { minLength: 1, maxLength: 20, size: 'max' });
    fc.assert(
      fc.property(parts, any, fc.bigInt(0n, 100n), (amounts, surplus, percent) => {
        const paid = amounts.reduce((a, b) => a + b, 0n);
        const invoice = { totalMinor: paid, taxMinor: (paid * percent) / 100n, refundedMinor: 0n };
        const left = { amountMinor: paid, surplusMinor: surplus };
        let tax = 0n;
        for (const totalMinor of surplus > 0n ? [surplus, ...amounts] : amounts) {
          const share = shareRefund({ totalMinor, left, invoice });
          expect(share.excessMinor).toBe(0n);
          expect(share.surplusMinor + share.amountMinor).toBe(totalMinor);
          expect(share.taxMinor >= 0n && share.taxMinor <= share.amountMinor).toBe(true);
          left.amountMinor -= share.amountMinor;
          left.surplusMinor -= share.surplusMinor;
          invoice.refundedMinor += share.amountMinor;
          tax += share.taxMinor;
        }
        expect(left).toEqual({ amountMinor: 0n, surplusMinor: 0n });
        expect(tax).toBe(invoice.taxMinor);
        const beyond = { surplusMinor: 0n, amountMinor: 0n, taxMinor: 0n, excessMinor: 1n };
        expect(shareRefund({ totalMinor: 1n, left, invoice })).toEqual(beyond);
      }),
    );
  });
});
