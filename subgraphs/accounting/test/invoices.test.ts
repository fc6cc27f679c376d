import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import {
  balances,
  issue,
  line,
  newCustomer,
  newInvoice,
  readInvoice,
  recordPayment,
  saveDraft,
} from './support/invoicing.ts';
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

describe('a draft', () => {
  it('comes to what its lines come to, with discount and tax', async () => {
    const lines = [
      line({ quantity: '2.5', unitPriceMinor: '12000', discountPercent: '10', taxPercent: '19' }),
      line({ quantity: '1', unitPriceMinor: '999', taxPercent: '7' }),
    ];
    const { invoice } = await saveDraft(company, { lines });
    expect(invoice).toMatchObject({
      status: 'DRAFT',
      number: null,
      subtotal: { decimal: '309.99' },
      discountTotal: { decimal: '30.00' },
      taxTotal: { decimal: '52.00' },
      total: { decimal: '331.99' },
      timeline: [{ kind: 'CREATED' }],
      journalEntries: [],
    });
  });

  it.each([
    ['EMPTY_INVOICE', { lines: [] }, 'input.lines'],
    ['TOO_MANY_LINES', { lines: Array.from({ length: 201 }, () => line()) }, 'input.lines'],
    [
      'NEGATIVE_AMOUNT',
      { lines: [line({ unitPriceMinor: '-1' })] },
      'input.lines.0.unitPriceMinor',
    ],
    [
      'AMOUNT_TOO_LARGE',
      { lines: [line({ unitPriceMinor: `1${'0'.repeat(16)}` })] },
      'input.lines.0.unitPriceMinor',
    ],
    ['BAD_QUANTITY', { lines: [line(), line({ quantity: '0' })] }, 'input.lines.1.quantity'],
    ['BAD_QUANTITY', { lines: [line({ quantity: '1.0000001' })] }, 'input.lines.0.quantity'],
    ['BAD_PERCENT', { lines: [line({ taxPercent: '100.01' })] }, 'input.lines.0.taxPercent'],
    ['BAD_PERCENT', { lines: [line({ discountPercent: '-1' })] }, 'input.lines.0.discountPercent'],
    ['REQUIRED', { lines: [line({ description: ' ' })] }, 'input.lines.0.description'],
    ['REQUIRED', { lines: [line({ description: ' \u200b' })] }, 'input.lines.0.description'],
    ['TEXT_TOO_LONG', { notes: 'x'.repeat(2001) }, 'input.notes'],
    ['TEXT_TURNED', { notes: 'to \u202emoc.elpmaxe' }, 'input.notes'],
    ['BAD_TEXT', { lines: [line({ description: 'a\u0000b' })] }, 'input.lines.0.description'],
    ['CURRENCY_NOT_SUPPORTED', { currency: 'USD' }, 'input.currency'],
    ['CUSTOMER_NOT_FOUND', { customerId: newId() }, 'input.customerId'],
    ['CUSTOMER_NOT_FOUND', { customerId: 'nobody' }, 'input.customerId'],
  ])('is refused: %s', async (code, fields, field) => {
    expect(await saveDraft(company, fields)).toMatchObject({ code, field });
  });

  it('can be changed and deleted until it is issued', async () => {
    const { invoice } = await saveDraft(company);
    const changed = await saveDraft(company, { id: invoice.id, lines: [line({ quantity: '3' })] });
    expect(changed.invoice).toMatchObject({ id: invoice.id, total: { minor: '30000' } });
    await issue(company, invoice.id);
    expect(await saveDraft(company, { id: invoice.id })).toMatchObject({ code: 'NOT_A_DRAFT' });
    const remove = `mutation ($id: ID!) { result: deleteInvoiceDraft(input: { id: $id }) {
      __typename ... on Conflict { code } ... on NotFound { code } } }`;
    expect((await company.ask(remove, { id: invoice.id })).result.code).toBe('NOT_A_DRAFT');
    const draft = await saveDraft(company);
    const { result } = await company.ask(remove, { id: draft.invoice.id });
    expect(result.__typename).toBe('InvoiceDraftDeleted');
    expect(await readInvoice(company, draft.invoice.id)).toBeNull();
  });
});

describe('issuing', () => {
  it('gives a number, posts the receivable, revenue and tax, and tells it', async () => {
    const invoice = await newInvoice(company, { lines: [line({ taxPercent: '19' })] });
    expect(invoice).toMatchObject({
      number: 'INV-00001',
      status: 'OPEN',
      issueDate: '2026-03-10',
      amountDue: { minor: '11900' },
      timeline: [{ kind: 'CREATED' }, { kind: 'ISSUED' }],
      journalEntries: [{ kind: 'ISSUE_INVOICE' }],
    });
    expect(await balances(company)).toEqual({ 1100: '11900', 4000: '-10000', 2100: '-1900' });
  });

  it('numbers without a gap, also from many sides at once', async () => {
    const drafts = await Promise.all(Array.from({ length: 8 }, () => saveDraft(company)));
    const issued = await Promise.all(drafts.map(({ invoice }) => issue(company, invoice.id)));
    expect(new Set(issued.map(({ invoice }) => invoice.number))).toEqual(
      new Set(Array.from({ length: 8 }, (_, i) => `INV-0000${i + 1}`)),
    );
  });

  it('with the same key issues once, and never another invoice', async () => {
    const [first, second] = [await saveDraft(company), await saveDraft(company)];
    const key = { idempotencyKey: 'one' };
    const once = await issue(company, first.invoice.id, key);
    const again = await issue(company, first.invoice.id, key);
    expect(again).toEqual(once);
    expect(await issue(company, second.invoice.id, key)).toMatchObject({
      __typename: 'Conflict',
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect(await issue(company, first.invoice.id)).toMatchObject({ code: 'NOT_A_DRAFT' });
  });

  it('is refused when it is due before, when it comes to nothing, and for what is not there', async () => {
    const { invoice } = await saveDraft(company);
    expect(await issue(company, invoice.id, { issueDate: '2026-04-10' })).toMatchObject({
      code: 'DUE_BEFORE_ISSUE',
      field: 'input.issueDate',
    });
    const free = await saveDraft(company, { lines: [line({ discountPercent: '100' })] });
    expect(await issue(company, free.invoice.id)).toMatchObject({ code: 'ZERO_TOTAL' });
    expect(await issue(company, newId())).toMatchObject({ code: 'INVOICE_NOT_FOUND' });
  });

  it('is refused in a closed period', async () => {
    await company.ask(`mutation { closePeriod(input: { through: "2026-02-28" }) { __typename } }`);
    const { invoice } = await saveDraft(company);
    expect(await issue(company, invoice.id, { issueDate: '2026-02-28' })).toMatchObject({
      __typename: 'InvalidInput',
      code: 'PERIOD_CLOSED',
    });
    expect(await issue(company, invoice.id, { issueDate: '2026-03-01' })).toMatchObject({
      invoice: { number: 'INV-00001' },
    });
  });
});

describe('money recorded by hand', () => {
  it('in parts pays an invoice', async () => {
    const { id } = await newInvoice(company);
    const part = await recordPayment(company, {
      invoiceId: id,
      amountMinor: '4000',
      paidOn: '2026-03-10',
    });
    expect(part.invoice).toMatchObject({ status: 'PARTIALLY_PAID', amountDue: { minor: '6000' } });
    const rest = await recordPayment(company, {
      invoiceId: id,
      amountMinor: '6000',
      method: 'CASH',
    });
    expect(rest.invoice).toMatchObject({
      status: 'PAID',
      amountDue: { minor: '0' },
      timeline: [
        { kind: 'CREATED' },
        { kind: 'ISSUED' },
        { kind: 'PAYMENT_RECEIVED', amount: { minor: '4000' } },
        { kind: 'PAYMENT_RECEIVED', amount: { minor: '6000' } },
        { kind: 'PAID' },
      ],
    });
    expect(await balances(company)).toEqual({ 1000: '10000', 4000: '-10000' });
  });

  it('is refused when it is more than is due, nothing, of tomorrow, or older than the invoice', async () => {
    const { id } = await newInvoice(company);
    const pay = (fields: object) =>
      recordPayment(company, { invoiceId: id, amountMinor: '100', ...fields });
    expect(await pay({ amountMinor: '10001' })).toMatchObject({ code: 'AMOUNT_EXCEEDS_DUE' });
    expect(await pay({ amountMinor: '0' })).toMatchObject({ code: 'NEGATIVE_AMOUNT' });
    expect(await pay({ paidOn: '2026-03-11' })).toMatchObject({ code: 'DATE_IN_FUTURE' });
    expect(await pay({ paidOn: '2026-03-09' })).toMatchObject({
      code: 'PAID_BEFORE_ISSUE',
      field: 'input.paidOn',
    });
    expect(await pay({ invoiceId: newId() })).toMatchObject({ code: 'INVOICE_NOT_FOUND' });
    const draft = await saveDraft(company);
    expect(await pay({ invoiceId: draft.invoice.id })).toMatchObject({
      code: 'INVOICE_NOT_ISSUED',
    });
  });

  it('with the same key is recorded once', async () => {
    const { id: invoiceId } = await newInvoice(company);
    const input = { invoiceId, amountMinor: '100', idempotencyKey: 'k' };
    await recordPayment(company, input);
    const again = await recordPayment(company, input);
    expect(again.invoice.amountPaid.minor).toBe('100');
    expect(await recordPayment(company, { ...input, amountMinor: '200' })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('from two sides at once never pays more than is due', async () => {
    const { id: invoiceId } = await newInvoice(company);
    const results = await Promise.all(
      [1, 2, 3].map(() => recordPayment(company, { invoiceId, amountMinor: '10000' })),
    );
    expect(results.filter(({ __typename }) => __typename === 'InvoiceSaved')).toHaveLength(1);
    expect(await balances(company)).toEqual({ 1000: '10000', 4000: '-10000' });
  });

  it('is told to payments once, with the settlement', async () => {
    const { id: invoiceId } = await newInvoice(company);
    await recordPayment(company, { invoiceId, amountMinor: '4000' });
    await recordPayment(company, { invoiceId, amountMinor: '6000' });
    const { rows } = await world.query(
      `select topic, event->'data'->'settlement'->>'amountMinor' as amount from outbox
       where key = $1 and topic <> 'ledger_entry_posted' order by position`,
      [invoiceId],
    );
    expect(rows).toEqual([
      { topic: 'invoice_created', amount: null },
      { topic: 'invoice_updated', amount: '4000' },
      { topic: 'invoice_updated', amount: null },
      { topic: 'invoice_paid', amount: '6000' },
    ]);
  });
});

describe('the list of invoices', () => {
  const list = (variables = {}) =>
    company.ask(
      `query ($first: Int, $after: String, $filter: InvoiceFilter) {
        invoices(first: $first, after: $after, filter: $filter) {
          edges { node { number status } } totalCount totalAmount { minor } totalDue { minor }
          pageInfo { hasNextPage endCursor } } }`,
      variables,
    );

  it('goes page by page, drafts first, then the newest', async () => {
    await saveDraft(company);
    for (const issueDate of ['2026-01-01', '2026-03-01', '2026-02-01']) {
      await newInvoice(company, {}, { issueDate });
    }
    const seen: (string | null)[] = [];
    let after: string | null = null;
    do {
      const { invoices } = await list({ first: 1, after });
      seen.push(invoices.edges[0].node.number);
      expect(invoices).toMatchObject({ totalCount: 4, totalAmount: { minor: '30000' } });
      after = invoices.pageInfo.hasNextPage ? invoices.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual([null, 'INV-00002', 'INV-00003', 'INV-00001']);
  });

  it('filters by status, being overdue, customer, dates and words', async () => {
    const customerId = await newCustomer(company, { name: '100 % Kaffee' });
    const late = await newInvoice(company, { dueDate: '2026-03-09' }, { issueDate: '2026-02-01' });
    const paid = await newInvoice(company, { customerId });
    await recordPayment(company, { invoiceId: paid.id, amountMinor: '10000' });
    await saveDraft(company);
    const numbers = async (filter: object) => {
      const { invoices } = await list({ filter });
      return invoices.edges.map(({ node }: { node: { number: string } }) => node.number);
    };
    expect(await numbers({ status: ['PAID'] })).toEqual([paid.number]);
    expect(await numbers({ status: ['DRAFT', 'OPEN'] })).toEqual([null, late.number]);
    expect(await numbers({ overdue: true })).toEqual([late.number]);
    expect(await numbers({ customerId })).toEqual([paid.number]);
    expect(await numbers({ customerId: 'x' })).toEqual([]);
    expect(await numbers({ issuedTo: '2026-02-28' })).toEqual([late.number]);
    expect(await numbers({ search: '0 %' })).toEqual([paid.number]);
    expect(await numbers({ search: '_' })).toEqual([]);
  });
});

describe('receivables', () => {
  it('are open from the issue date until the day before the money came', async () => {
    const invoice = await newInvoice(
      company,
      { dueDate: '2026-01-31' },
      { issueDate: '2026-01-10' },
    );
    await recordPayment(company, {
      invoiceId: invoice.id,
      amountMinor: '10000',
      paidOn: '2026-02-15',
    });
    const at = async (asOf: string) => {
      const { receivables } = await company.ask(
        `query ($asOf: LocalDate) { receivables(asOf: $asOf) {
          open { minor } openCount overdue { minor } overdueCount aging { label count } } }`,
        { asOf },
      );
      return [receivables.openCount, receivables.overdueCount];
    };
    expect(await at('2026-01-09')).toEqual([0, 0]);
    expect(await at('2026-01-10')).toEqual([1, 0]);
    expect(await at('2026-01-31')).toEqual([1, 0]);
    expect(await at('2026-02-01')).toEqual([1, 1]);
    expect(await at('2026-02-14')).toEqual([1, 1]);
    expect(await at('2026-02-15')).toEqual([0, 0]);
    const { invoiced } = await company.ask(
      `{ invoiced(from: "2026-01-10", to: "2026-01-10") { total { decimal } count } }`,
    );
    expect(invoiced).toEqual({ total: { decimal: '100.00' }, count: 1 });
  });
});
