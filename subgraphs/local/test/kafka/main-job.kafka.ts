import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { until } from '../../src/demo/until.ts';
import { bookedFor, readBooks } from '../../src/main-job/books.ts';
import { type Company, openCompany, sendInvoice } from '../../src/main-job/company.ts';
import { openLiveSocket } from '../../src/main-job/live-socket.ts';
import { confirmCard, startPayment } from '../../src/main-job/pay-page.ts';
import { type KafkaHouse, openKafkaHouse } from './kafka-house.ts';

let house: KafkaHouse;
beforeAll(async () => {
  house = await openKafkaHouse('main-job');
}, 180_000);
afterAll(() => house.stop(), 60_000);

/** 27.00 after discount, 5.40 tax; 30.00, 2.10 tax: 64.50 in all. Stripe keeps 2.9% and 0.30: 2.17. */
const lines = [
  {
    description: 'Design',
    quantity: '3',
    unitPriceMinor: '1000',
    discountPercent: '10',
    taxPercent: '20',
  },
  { description: 'Workshop', quantity: '1.5', unitPriceMinor: '2000', taxPercent: '7' },
];
const customer = 'Customer & Daughters';

type PaymentSeen = {
  readonly paymentChanged: {
    readonly id: string;
    readonly status: string;
    readonly failure: { readonly code: string } | null;
    readonly invoice: { readonly status: string; readonly customer: { readonly name: string } };
    readonly journalEntries?: readonly { readonly kind: string }[];
  };
};
const paymentSeen = 'id status failure { code } invoice { status customer { name } }';

/** The company's screen and the customer's, each on its own socket. */
async function openScreens({ url, authorization }: Company, payLink: string) {
  const [owner, payer] = [openLiveSocket(url, authorization), openLiveSocket(url, payLink)];
  return {
    owner: await owner.listen<PaymentSeen>(
      `subscription { paymentChanged { ${paymentSeen} journalEntries { kind } } }`,
    ),
    payer: await payer.listen<PaymentSeen>(`subscription { paymentChanged { ${paymentSeen} } }`),
    payerInvoice: await payer.listen<{
      invoiceChanged: { status: string; amountDue: { minor: string } };
    }>('subscription { invoiceChanged { status amountDue { minor } } }'),
    ledger: await owner.listen<{ ledgerEntryPosted: { kind: string } }>(
      'subscription { ledgerEntryPosted { kind } }',
    ),
    forecast: await owner.listen<{ forecastUpdated: { id: string } }>(
      'subscription { forecastUpdated { id } }',
    ),
    close: () => Promise.all([owner.close(), payer.close()]),
  };
}

describe('the main job in five processes over Kafka', () => {
  it('takes a card from the payment link to the books, and every screen sees it', async () => {
    const company = await openCompany(house.url, customer);
    const invoice = await sendInvoice(company, lines);
    expect(invoice.totalMinor).toBe(6450n);
    const screens = await openScreens(company, invoice.payLink);
    const payment = await startPayment(house.url, invoice.payLink);
    await confirmCard(payment);

    const seen = await screens.owner.first(
      'the company to see it paid and booked',
      ({ paymentChanged: { status, invoice, journalEntries } }) =>
        status === 'COMPLETED' && invoice.status === 'PAID' && journalEntries?.length === 2,
    );
    expect(seen.data.paymentChanged).toMatchObject({
      id: payment.id,
      invoice: { customer: { name: customer } },
      journalEntries: expect.arrayContaining([
        { kind: 'RECEIVE_PAYMENT' },
        { kind: 'PAYMENT_FEE' },
      ]),
    });
    const seenByPayer = await screens.payer.first(
      'the customer to see it paid',
      ({ paymentChanged: { status, invoice } }) =>
        status === 'COMPLETED' && invoice.status === 'PAID',
    );
    expect(seenByPayer.data.paymentChanged.invoice.customer.name).toBe(customer);
    await screens.payerInvoice.first(
      'the customer to see nothing due',
      ({ invoiceChanged }) =>
        invoiceChanged.status === 'PAID' && invoiceChanged.amountDue.minor === '0',
    );
    await screens.ledger.first(
      'the ledger to tell of the payment',
      ({ ledgerEntryPosted }) => ledgerEntryPosted.kind === 'RECEIVE_PAYMENT',
    );
    await screens.forecast.first('a new forecast', () => true);

    const books = await readBooks(company.api);
    expect(bookedFor(books, payment.id).toSorted()).toEqual(['PAYMENT_FEE', 'RECEIVE_PAYMENT']);
    expect(books.balances).toMatchObject({
      1010: 6233n,
      1100: 0n,
      2100: 750n,
      4000: 5700n,
      6400: 217n,
    });
    expect(books.isBalanced).toBe(true);
    await screens.close();
  });

  it('leaves a declined card FAILED on both screens, and nothing in the ledger', async () => {
    const company = await openCompany(house.url, customer);
    const invoice = await sendInvoice(company, lines);
    const before = await readBooks(company.api);
    const screens = await openScreens(company, invoice.payLink);
    const payment = await startPayment(house.url, invoice.payLink);
    await confirmCard(payment, 'pm_card_chargeDeclinedInsufficientFunds');
    for (const screen of [screens.owner, screens.payer]) {
      const { data } = await screen.first(
        'the decline',
        ({ paymentChanged }) => paymentChanged.status === 'FAILED',
      );
      expect(data.paymentChanged.failure).toEqual({ code: 'insufficient_funds' });
      expect(data.paymentChanged.invoice.status).toBe('OPEN');
    }
    expect(await readBooks(company.api)).toEqual(before);
    await screens.close();
  });

  it('books a partial refund, tax in its share', async () => {
    const company = await openCompany(house.url, customer);
    const invoice = await sendInvoice(company, lines);
    const screens = await openScreens(company, invoice.payLink);
    const payment = await startPayment(house.url, invoice.payLink);
    await confirmCard(payment);
    await screens.owner.first(
      'the payment in the books',
      ({ paymentChanged }) => paymentChanged.journalEntries?.length === 2,
    );
    const input = { paymentId: payment.id, amountMinor: '2150', idempotencyKey: newId() };
    const query = `mutation ($input: RefundPaymentInput!) { refundPayment(input: $input) {
      ... on PaymentRefunded { payment { id } } ... on Refusal { code } } }`;
    const { refundPayment } = await company.api<{ refundPayment: { code?: string } }>({
      query,
      variables: { input },
    });
    expect(refundPayment.code).toBeUndefined();
    for (const screen of [screens.owner, screens.payer]) {
      await screen.first(
        'the refund',
        ({ paymentChanged }) => paymentChanged.status === 'PARTIALLY_REFUNDED',
      );
    }
    const books = await until('the refund in the books', async () => {
      const read = await readBooks(company.api);
      return bookedFor(read, payment.id).includes('REFUND_PAYMENT') ? read : null;
    });
    expect(books.balances).toMatchObject({
      1010: 6450n - 217n - 2150n,
      1100: 0n,
      2100: 500n,
      6400: 217n,
    });
    expect(books.isBalanced).toBe(true);
    await screens.close();
  });
});
