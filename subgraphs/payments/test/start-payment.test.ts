import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { newId } from '@finflow/shared/ids';
import { payerOf } from '@finflow/shared/testing/viewers';
import { reconcile } from '../src/janitor/reconcile.ts';
import { startPayment as begin } from '../src/payment/start-payment.service.ts';
import { processWebhooks } from '../src/webhook/process-webhooks.ts';
import { invoicePaid, issueInvoice, startPayment } from './support/builders.ts';
import { openTestRoom, type TestRoom } from './support/test-room.ts';

let test: TestRoom;
beforeAll(async () => {
  test = await openTestRoom();
});
afterAll(() => test.close());

const rows = (invoiceId: string) =>
  test.sql<{ id: string; status: string; provider_intent_id: string | null }>(
    'select * from payment where invoice_id = $1 order by created_at, id',
    [invoiceId],
  );

describe('startPayment', () => {
  it('asks for what is due and gives the browser what the card form needs', async () => {
    const invoice = await issueInvoice(test);
    expect(await startPayment(test, invoice)).toMatchObject({
      __typename: 'PaymentStarted',
      payment: { status: 'PENDING', amount: { minor: '1000', currency: 'EUR' } },
      surface: {
        kind: 'SANDBOX_FRAME',
        publishableKey: 'pk_test',
        clientSecret: expect.stringContaining('_secret'),
        elementsUrl: test.settings.stripe.elementsUrl,
      },
    });
  });

  it('gives the same payment to the same key and to a second browser', async () => {
    const invoice = await issueInvoice(test);
    const key = newId();
    const first = await startPayment(test, invoice, key);
    expect(await startPayment(test, invoice, key)).toEqual(first);
    expect(await startPayment(test, invoice)).toEqual(first);
    expect(await rows(invoice.invoiceId)).toHaveLength(1);
  });

  it('makes one payment of many starts at one moment', async () => {
    const invoice = await issueInvoice(test);
    const { organizationId, invoiceId } = invoice;
    const start = () => begin(test.room, { invoiceId, idempotencyKey: newId() });
    const connect = () => test.room.database.em.fork().execute('select pg_sleep(0.2)');
    const tenTimes = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: 10 }, work));
    await tenTimes(connect); // Or the first is done before the others have a connection.
    const answers = await inOrganization(organizationId, () => tenTimes(start));
    const ids = answers.map((answer) => ('refused' in answer ? answer.code : answer.payment.id));
    expect(new Set(ids).size).toBe(1);
    expect((await rows(invoiceId)).map(({ id }) => id)).toEqual([ids[0]]);
  });

  it('does not charge a second time while accounting has not heard of the first', async () => {
    const invoice = await issueInvoice(test);
    const { payment } = await startPayment(test, invoice);
    const intentId = test.provider.intentOf(payment.id);
    test.provider.succeed(intentId);
    await test.post(test.provider.notice('payment_intent.succeeded', intentId, `evt_${newId()}`));
    await processWebhooks(test.room);
    expect(await startPayment(test, invoice)).toMatchObject({ code: 'INVOICE_ALREADY_PAID' });
    const page = '{ payPage { isPaid amountDue { minor } } }';
    expect((await test.ask(invoice.payer, page)).data.payPage).toEqual({
      isPaid: true,
      amountDue: { minor: '0' },
    });
  });

  it('refuses a key that was used for another invoice', async () => {
    const invoice = await issueInvoice(test);
    const other = await issueInvoice(test, { organizationId: invoice.organizationId });
    const key = newId();
    await startPayment(test, invoice, key);
    expect(await startPayment(test, other, key)).toMatchObject({
      __typename: 'Conflict',
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('lets one of several invoices have a key that comes for all at one moment', async () => {
    const organizationId = newId();
    const invoices = [];
    for (const _each of Array(6)) invoices.push(await issueInvoice(test, { organizationId }));
    const key = newId();
    const answers = await Promise.all(invoices.map((invoice) => startPayment(test, invoice, key)));
    const refused = answers.filter(({ code }) => code === 'IDEMPOTENCY_KEY_REUSED');
    expect(refused).toHaveLength(invoices.length - 1);
  });

  it('refuses when nothing is due, and for an invoice nobody knows', async () => {
    const invoice = await issueInvoice(test);
    await test.hear(invoicePaid(invoice, 1000n));
    expect(await startPayment(test, invoice)).toMatchObject({ code: 'INVOICE_ALREADY_PAID' });
    const nowhere = { ...invoice, payer: payerOf(invoice.organizationId) };
    expect(await startPayment(test, nowhere)).toMatchObject({ code: 'INVOICE_NOT_FOUND' });
  });

  it('keeps the payment when the provider is silent, and goes on with it later', async () => {
    const invoice = await issueInvoice(test);
    test.provider.down(true);
    expect(await startPayment(test, invoice)).toMatchObject({
      __typename: 'ProviderUnavailable',
      code: 'PROVIDER_UNAVAILABLE',
    });
    test.provider.down(false);
    const [row] = await rows(invoice.invoiceId);
    expect(row).toMatchObject({ status: 'PENDING', provider_intent_id: null });
    expect(await startPayment(test, invoice)).toMatchObject({ payment: { id: row?.id } });
  });

  it('calls an open attempt off when the invoice was settled in another way', async () => {
    const invoice = await issueInvoice(test);
    await startPayment(test, invoice);
    await test.hear(invoicePaid(invoice, 1000n, { id: newId(), amountMinor: '1000' }));
    await reconcile(test.room);
    expect((await rows(invoice.invoiceId)).map(({ status }) => status).toSorted()).toEqual([
      'CANCELLED',
      'COMPLETED',
    ]);
  });
});
