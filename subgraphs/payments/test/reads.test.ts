import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { readPaymentLinkToken } from '@finflow/shared/payment-link';
import { newPartner, newUser } from '@finflow/shared/testing/viewers';
import { payerOf } from '@finflow/shared/testing/viewers';
import type { Viewer } from '@finflow/shared/viewer';
import { invoicePaid, issueInvoice, startPayment } from './support/builders.ts';
import { openTestRoom, type TestRoom } from './support/test-room.ts';

let test: TestRoom;
beforeAll(async () => {
  test = await openTestRoom();
});
afterAll(() => test.close());

const entities = `query ($refs: [_Any!]!) { _entities(representations: $refs) {
  ... on Payment { id status } ... on Invoice { id payments { id } } } }`;

const resolve = async (viewer: Viewer, __typename: string, ids: readonly string[]) =>
  (await test.ask(viewer, entities, { refs: ids.map((id) => ({ __typename, id })) })).data
    ._entities;

const page = `{ payPage { organizationName isPaid amountDue { decimal currency }
  invoice { id payments { id } } latestPayment { id status fee { minor } } } }`;

describe('the holder of a payment link', () => {
  it('sees who asks, for how much, and its own attempts', async () => {
    const invoice = await issueInvoice(test);
    expect((await test.ask(invoice.payer, page)).data.payPage).toMatchObject({
      organizationName: 'Ada & Co',
      isPaid: false,
      amountDue: { decimal: '10.00', currency: 'EUR' },
      latestPayment: null,
    });
    const { payment } = await startPayment(test, invoice);
    const { data, errors } = await test.ask(invoice.payer, page);
    expect(data.payPage.latestPayment).toMatchObject({ id: payment.id, fee: null });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    await test.hear(invoicePaid(invoice, 1000n, { id: newId(), amountMinor: '1000' }));
    expect((await test.ask(invoice.payer, page)).data.payPage).toMatchObject({
      isPaid: true,
      amountDue: { decimal: '0.00' },
    });
  });

  it('sees no other invoice of the same organization, and no list', async () => {
    const mine = await issueInvoice(test);
    const other = await issueInvoice(test, { organizationId: mine.organizationId });
    const { payment } = await startPayment(test, other);
    expect(await resolve(mine.payer, 'Payment', [payment.id])).toEqual([null]);
    expect(await resolve(mine.payer, 'Invoice', [other.invoiceId])).toEqual([null]);
    const one = `query ($id: ID!) { payment(id: $id) { id } }`;
    expect((await test.ask(mine.payer, one, { id: payment.id })).data.payment).toBeNull();
    const { errors } = await test.ask(mine.payer, '{ payments { totalCount } }');
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('gets nothing for an invoice that nobody told of', async () => {
    const stranger = payerOf(newId());
    expect((await test.ask(stranger, page)).data.payPage).toBeNull();
  });
});

describe('the list of payments', () => {
  const list = `query ($first: Int, $after: String, $filter: PaymentFilter) {
    payments(first: $first, after: $after, filter: $filter) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }`;

  it('pages newest first without a gap or a repetition', async () => {
    const organizationId = newId();
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      const invoice = await issueInvoice(test, { organizationId });
      made.unshift((await startPayment(test, invoice)).payment.id);
      if (count % 2 === 1) test.clock.set(new Date(test.clock.now().getTime() + 1_000));
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await test.ask(newUser({ organizationId }), list, { first: 2, after });
      expect(data.payments.totalCount).toBe(5);
      seen.push(...data.payments.edges.map(({ node }: { node: { id: string } }) => node.id));
      after = data.payments.pageInfo.hasNextPage ? data.payments.pageInfo.endCursor : null;
    } while (after);
    expect(seen.toSorted()).toEqual(made.toSorted());
    expect(seen[0]).toBe(made[0]);
  });

  it('filters by status and invoice', async () => {
    const organizationId = newId();
    const invoice = await issueInvoice(test, { organizationId });
    const other = await issueInvoice(test, { organizationId });
    await startPayment(test, invoice);
    await test.hear(invoicePaid(other, 1000n, { id: newId(), amountMinor: '1000' }));
    const count = async (filter: object) =>
      (await test.ask(newUser({ organizationId }), list, { filter })).data.payments.totalCount;
    expect(await count({})).toBe(2);
    expect(await count({ status: ['COMPLETED'] })).toBe(1);
    expect(await count({ invoiceId: invoice.invoiceId })).toBe(1);
    expect(await count({ invoiceId: invoice.invoiceId, status: ['COMPLETED'] })).toBe(0);
  });

  it('shows strangers nothing, and refuses a page of more than a hundred', async () => {
    const { data } = await test.ask(newUser(), list, {});
    expect(data.payments).toMatchObject({ totalCount: 0, edges: [] });
    const { errors } = await test.ask(newUser(), list, { first: 101 });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('an invoice of accounting', () => {
  it('gets its payments, and a link that leads to it', async () => {
    const invoice = await issueInvoice(test);
    const { payment } = await startPayment(test, invoice);
    expect(await resolve(invoice.owner, 'Invoice', [invoice.invoiceId])).toEqual([
      { id: invoice.invoiceId, payments: [{ id: payment.id }] },
    ]);
    const link = `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Invoice { paymentLink } } }`;
    const refs = [invoice.invoiceId, newId()].map((id) => ({ __typename: 'Invoice', id }));
    const { data } = await test.ask(invoice.owner, link, { refs });
    const [own, unknown] = data._entities;
    expect(unknown).toEqual({ paymentLink: null });
    expect(own.paymentLink).toMatch(/^https:\/\/finflow\.test\/pay\//);
    expect(
      readPaymentLinkToken(own.paymentLink.split('/pay/')[1], test.settings.paymentLinkSecret),
    ).toEqual({ organizationId: invoice.organizationId, invoiceId: invoice.invoiceId });
  });

  it('resolves many references at once, and null for those that are not there', async () => {
    const organizationId = newId();
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      const invoice = await issueInvoice(test, { organizationId });
      ids.push((await startPayment(test, invoice)).payment.id);
    }
    const found = await resolve(newUser({ organizationId }), 'Payment', [
      ...ids,
      newId(),
      'nonsense',
    ]);
    expect(found.map((row: { id: string } | null) => row?.id ?? null)).toEqual([
      ...ids,
      null,
      null,
    ]);
  });
});

describe('a program with an API key', () => {
  const partnerOf = (organizationId: string) =>
    newPartner({ organizationId, scopes: ['payments:read', 'invoices:read'] });

  it('sees the payments of its organization, and of no other', async () => {
    const invoice = await issueInvoice(test);
    const { payment } = await startPayment(test, invoice);
    const mine = partnerOf(invoice.organizationId);
    const other = partnerOf((await issueInvoice(test)).organizationId);
    const seen = { id: invoice.invoiceId, payments: [{ id: payment.id }] };
    expect(await resolve(mine, 'Invoice', [invoice.invoiceId])).toEqual([seen]);
    expect(await resolve(mine, 'Payment', [payment.id])).toMatchObject([{ id: payment.id }]);
    expect(await resolve(other, 'Payment', [payment.id])).toEqual([null]);
    const { data } = await test.ask(other, '{ payments { totalCount } }');
    expect(data.payments.totalCount).toBe(0);
  });
});
