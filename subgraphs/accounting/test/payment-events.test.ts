import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { until } from '@finflow/shared/testing/until';
import { balances, line, newInvoice, readInvoice, recordPayment } from './support/invoicing.ts';
import { openWorld, type Company, type World } from './support/world.ts';

let world: World;
let company: Company;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  company = await world.openCompany();
});

/** An invoice of 119.00 EUR with 19.00 EUR tax. */
const taxed = () => newInvoice(company, { lines: [line({ taxPercent: '19' })] });

const completed = (invoiceId: string, fields = {}) => {
  const data = {
    paymentId: newId(),
    invoiceId,
    amountMinor: '11900',
    feeMinor: '375',
    currency: 'EUR',
    provider: 'STRIPE' as const,
    completedOn: '2026-03-10',
    ...fields,
  };
  return { subject: data.paymentId, data };
};

const refunded = (paymentId: string, invoiceId: string, fields = {}) => ({
  subject: paymentId,
  data: {
    paymentId,
    invoiceId,
    refundId: newId(),
    amountMinor: '11900',
    currency: 'EUR',
    provider: 'STRIPE' as const,
    totalRefundedMinor: '11900',
    isFull: true,
    refundedOn: '2026-03-10',
    ...fields,
  },
});

const disputed = (
  paymentId: string,
  invoiceId: string,
  phase: 'OPENED' | 'WON' | 'LOST',
  disputeId: string,
) => ({
  subject: paymentId,
  data: {
    paymentId,
    invoiceId,
    disputeId,
    amountMinor: '11900',
    feeMinor: phase === 'OPENED' ? '1500' : '0',
    currency: 'EUR',
    phase,
    disputedOn: '2026-03-10',
  },
});

const entries = async (invoiceId: string) =>
  (await readInvoice(company, invoiceId)).journalEntries.map(({ kind }: { kind: string }) => kind);

/** Waits until so many entries stand behind an invoice. */
const posted = (invoiceId: string, count: number) =>
  until(async () => (await entries(invoiceId)).length >= count);

/** Waits until an event about a payment is given up. */
const deadLetterOf = (paymentId: string) =>
  until(async () =>
    (await world.bus.deadLetters(100)).some(({ message }) => message.key === paymentId),
  );

/** Opens a dispute about all of a payment, and loses it. */
async function lose(invoiceId: string, paymentId: string): Promise<void> {
  const disputeId = newId();
  for (const phase of ['OPENED', 'LOST'] as const) {
    const { length } = await entries(invoiceId);
    const event = disputed(paymentId, invoiceId, phase, disputeId);
    await world.publish('payment_disputed', company.organizationId, event);
    await posted(invoiceId, length + 1);
  }
}

/** What stands in the books, and what the invoice says of it. */
const outcomeOf = async (invoiceId: string) => ({
  balances: await balances(company),
  refundedMinor: (await readInvoice(company, invoiceId)).amountRefunded.minor,
});

/** The customer has all of the taxed invoice back: nothing was earned, no tax is owed, and what went beyond it is a cost. */
const allBack = (costMinor: number) => ({
  balances: {
    1010: String(-costMinor),
    6400: String(costMinor),
    4100: '10000',
    4000: '-10000',
  },
  refundedMinor: '11900',
});

/** Lets everything that was published before be handled: a later company's books are open. */
const settled = () => world.openCompany();

describe('a completed payment', () => {
  it('is booked with its fee and pays the invoice', async () => {
    const invoice = await taxed();
    const payment = completed(invoice.id);
    await world.publish('payment_completed', company.organizationId, payment);
    await posted(invoice.id, 3);
    expect(await readInvoice(company, invoice.id)).toMatchObject({
      status: 'PAID',
      amountPaid: { minor: '11900' },
      amountDue: { minor: '0' },
      timeline: [
        { kind: 'CREATED' },
        { kind: 'ISSUED' },
        { kind: 'PAYMENT_RECEIVED' },
        { kind: 'PAID' },
      ],
    });
    expect(await balances(company)).toEqual({
      1010: '11525',
      4000: '-10000',
      2100: '-1900',
      6400: '375',
    });
  });

  it('changes nothing when it comes again, also as another event', async () => {
    const invoice = await taxed();
    const payment = completed(invoice.id);
    for (let i = 0; i < 3; i += 1) {
      await world.publish('payment_completed', company.organizationId, payment);
    }
    await posted(invoice.id, 3);
    await settled();
    expect(await entries(invoice.id)).toEqual(['ISSUE_INVOICE', 'RECEIVE_PAYMENT', 'PAYMENT_FEE']);
  });

  it('beyond what is due is owed to the customer', async () => {
    const invoice = await taxed();
    await recordPayment(company, { invoiceId: invoice.id, amountMinor: '10000' });
    await world.publish(
      'payment_completed',
      company.organizationId,
      completed(invoice.id, { feeMinor: '0' }),
    );
    await posted(invoice.id, 3);
    expect(await balances(company)).toEqual({
      1000: '10000',
      1010: '11900',
      2300: '-10000',
      4000: '-10000',
      2100: '-1900',
    });
    expect(await readInvoice(company, invoice.id)).toMatchObject({
      amountPaid: { minor: '11900' },
    });
  });

  it('waits for its invoice, and nobody waits for it', async () => {
    const early = completed(newId());
    await world.publish('payment_completed', company.organizationId, early);
    const invoice = await taxed();
    await world.publish('payment_completed', company.organizationId, completed(invoice.id));
    await posted(invoice.id, 3);
    const { rows } = await world.query('select reason from parked_event where key = $1', [
      early.subject,
    ]);
    expect(rows).toEqual([{ reason: expect.stringContaining('NotYet') }]);
  });

  it('of a closed period is booked on its first open day', async () => {
    const invoice = await taxed();
    await company.ask(`mutation { closePeriod(input: { through: "2026-03-10" }) { __typename } }`);
    await world.publish('payment_completed', company.organizationId, completed(invoice.id));
    await posted(invoice.id, 3);
    expect(await balances(company, '2026-03-10')).toEqual({
      1100: '11900',
      4000: '-10000',
      2100: '-1900',
    });
    expect(await balances(company, '2026-03-11')).not.toHaveProperty('1100');
  });
});

describe('a refund', () => {
  it('in parts takes back revenue and tax in proportion', async () => {
    const invoice = await taxed();
    const payment = completed(invoice.id, { feeMinor: '0' });
    await world.publish('payment_completed', company.organizationId, payment);
    const part = { amountMinor: '4001', isFull: false };
    await world.publish(
      'payment_refunded',
      company.organizationId,
      refunded(payment.subject, invoice.id, part),
    );
    await posted(invoice.id, 3);
    expect(await balances(company)).toEqual({
      1010: '7899',
      4100: '3362',
      2100: '-1261',
      4000: '-10000',
    });
    const rest = { amountMinor: '7899' };
    await world.publish(
      'payment_refunded',
      company.organizationId,
      refunded(payment.subject, invoice.id, rest),
    );
    await posted(invoice.id, 4);
    expect(await balances(company)).toEqual({ 4100: '10000', 4000: '-10000' });
    expect(await readInvoice(company, invoice.id)).toMatchObject({
      status: 'PAID',
      amountRefunded: { minor: '11900' },
    });
  });

  it('that comes again changes nothing', async () => {
    const invoice = await taxed();
    const payment = completed(invoice.id, { feeMinor: '0' });
    await world.publish('payment_completed', company.organizationId, payment);
    const refund = refunded(payment.subject, invoice.id, { amountMinor: '100', isFull: false });
    await world.publish('payment_refunded', company.organizationId, refund);
    await world.publish('payment_refunded', company.organizationId, refund);
    await posted(invoice.id, 3);
    await settled();
    expect(await readInvoice(company, invoice.id)).toMatchObject({
      amountRefunded: { minor: '100' },
    });
  });

  it('of money recorded by hand leaves the bank', async () => {
    const invoice = await taxed();
    await recordPayment(company, { invoiceId: invoice.id, amountMinor: '11900' });
    const { rows } = await world.query('select payment_id from settlement where invoice_id = $1', [
      invoice.id,
    ]);
    const byHand = refunded(String(rows[0].payment_id), invoice.id, { provider: 'MANUAL' });
    await world.publish('payment_refunded', company.organizationId, byHand);
    await posted(invoice.id, 3);
    expect(await balances(company)).toEqual({ 4100: '10000', 4000: '-10000' });
  });

  it.each([5950, 11_900])(
    'of %s that ends after its dispute was lost is booked, and what nobody owed is a cost',
    async (amount) => {
      const invoice = await taxed();
      const payment = completed(invoice.id, { feeMinor: '0' });
      await world.publish('payment_completed', company.organizationId, payment);
      await posted(invoice.id, 2);
      await lose(invoice.id, payment.subject);
      const about = { amountMinor: String(amount), isFull: amount === 11_900 };
      const refund = refunded(payment.subject, invoice.id, about);
      await world.publish('payment_refunded', company.organizationId, refund);
      await world.publish('payment_refunded', company.organizationId, refund);
      await posted(invoice.id, 5);
      await settled();
      expect(await outcomeOf(invoice.id)).toEqual(allBack(1500 + amount));
    },
  );

  it('of more than came in goes to the dead letters, and books nothing', async () => {
    const invoice = await taxed();
    const payment = completed(invoice.id, { feeMinor: '0' });
    await world.publish('payment_completed', company.organizationId, payment);
    const refund = refunded(payment.subject, invoice.id, { amountMinor: '11901' });
    await world.publish('payment_refunded', company.organizationId, refund);
    await deadLetterOf(payment.subject);
    expect(await balances(company)).toEqual({ 1010: '11900', 4000: '-10000', 2100: '-1900' });
  });

  it('that comes to more than came in with those before goes there, too', async () => {
    const invoice = await taxed();
    const payment = completed(invoice.id, { feeMinor: '0' });
    await world.publish('payment_completed', company.organizationId, payment);
    const part = refunded(payment.subject, invoice.id, { amountMinor: '5950', isFull: false });
    await world.publish('payment_refunded', company.organizationId, part);
    await posted(invoice.id, 3);
    const before = await balances(company);
    const more = refunded(payment.subject, invoice.id, { amountMinor: '5951' });
    await world.publish('payment_refunded', company.organizationId, more);
    await deadLetterOf(payment.subject);
    expect(await balances(company)).toEqual(before);
  });
});

describe('a dispute', () => {
  it('takes the money and a fee, and gives it back when it is won', async () => {
    const invoice = await taxed();
    const payment = completed(invoice.id, { feeMinor: '0' });
    const disputeId = newId();
    await world.publish('payment_completed', company.organizationId, payment);
    const opened = disputed(payment.subject, invoice.id, 'OPENED', disputeId);
    await world.publish('payment_disputed', company.organizationId, opened);
    await posted(invoice.id, 3);
    const won = disputed(payment.subject, invoice.id, 'WON', disputeId);
    await world.publish('payment_disputed', company.organizationId, won);
    await posted(invoice.id, 4);
    expect(await balances(company)).toEqual({
      1010: '10400',
      6400: '1500',
      4000: '-10000',
      2100: '-1900',
    });
  });

  it('that is lost is like a refund', async () => {
    const invoice = await taxed();
    const payment = completed(invoice.id, { feeMinor: '0' });
    const disputeId = newId();
    await world.publish('payment_completed', company.organizationId, payment);
    await world.publish(
      'payment_disputed',
      company.organizationId,
      disputed(payment.subject, invoice.id, 'OPENED', disputeId),
    );
    await posted(invoice.id, 3);
    expect(await balances(company)).toEqual({
      1010: '-1500',
      1200: '11900',
      6400: '1500',
      4000: '-10000',
      2100: '-1900',
    });
    for (let i = 0; i < 2; i += 1) {
      await world.publish(
        'payment_disputed',
        company.organizationId,
        disputed(payment.subject, invoice.id, 'LOST', disputeId),
      );
    }
    await posted(invoice.id, 4);
    await settled();
    expect(await outcomeOf(invoice.id)).toEqual(allBack(1500));
  });
});

describe('a lost dispute about more than is left of the payment', () => {
  it('takes back what is left, and the rest is a cost', async () => {
    const invoice = await taxed();
    const payment = completed(invoice.id, { feeMinor: '0' });
    await world.publish('payment_completed', company.organizationId, payment);
    const part = refunded(payment.subject, invoice.id, { amountMinor: '5950', isFull: false });
    await world.publish('payment_refunded', company.organizationId, part);
    await posted(invoice.id, 3);
    await lose(invoice.id, payment.subject);
    expect(await outcomeOf(invoice.id)).toEqual(allBack(1500 + 5950));
  });

  it('is a cost alone when all of it was refunded before', async () => {
    const invoice = await taxed();
    const payment = completed(invoice.id, { feeMinor: '0' });
    await world.publish('payment_completed', company.organizationId, payment);
    await world.publish(
      'payment_refunded',
      company.organizationId,
      refunded(payment.subject, invoice.id),
    );
    await posted(invoice.id, 3);
    await lose(invoice.id, payment.subject);
    expect(await outcomeOf(invoice.id)).toEqual(allBack(1500 + 11_900));
  });
});

describe('removing a company', () => {
  const tablesWith = async (organizationId: string) => {
    const { rows } = await world.query(
      `select table_name as name from information_schema.columns
       where column_name = 'organization_id' and table_schema = 'public'`,
    );
    const counts = await Promise.all(
      rows.map(async ({ name }) => {
        const found = await world.query(`select from ${name} where organization_id = $1`, [
          organizationId,
        ]);
        return { name, count: found.rowCount };
      }),
    );
    // The very event that removes it leaves its mark in the inbox.
    return counts
      .filter(({ name, count }) => count !== 0 && name !== 'inbox')
      .map(({ name }) => name);
  };
  const remove = ({ organizationId }: Company) =>
    world.publish('organization_deleted', organizationId, {
      subject: organizationId,
      data: { organizationId },
    });

  it('leaves nothing of a sample company', async () => {
    company = await world.openCompany({ isDemo: true });
    const invoice = await taxed();
    await recordPayment(company, { invoiceId: invoice.id, amountMinor: '100' });
    expect(await tablesWith(company.organizationId)).toContain('journal_entry');
    await remove(company);
    await until(async () => (await tablesWith(company.organizationId)).length === 0);
    expect(await tablesWith(company.organizationId)).toEqual([]);
  });

  it('leaves the books of a real one as they are', async () => {
    const invoice = await taxed();
    await remove(company);
    await settled();
    expect(await entries(invoice.id)).toEqual(['ISSUE_INVOICE']);
  });
});
