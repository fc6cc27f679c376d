import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@finflow/shared/viewer';
import { newInvoice, recordPayment } from './support/invoicing.ts';
import { openWorld, type Company, type World } from './support/world.ts';

let world: World;
let mine: Company;
let other: Company;
let invoice: { id: string };
let second: { id: string };
beforeAll(async () => {
  world = await openWorld();
  [mine, other] = [await world.openCompany(), await world.openCompany()];
  invoice = await newInvoice(mine);
  second = await newInvoice(mine);
  await recordPayment(mine, { invoiceId: invoice.id, amountMinor: '100' });
});
afterAll(() => world.close());

const entities = async (viewer: Viewer, representation: object, fields: string) => {
  const { data, errors } = await world.ask(
    viewer,
    `query ($r: [_Any!]!) { _entities(representations: $r) { ${fields} } }`,
    { r: [representation] },
  );
  return { entity: data?._entities[0] ?? null, codes: codesOf(errors) };
};

const codesOf = (errors: { extensions: { code: string } }[]) =>
  errors.map(({ extensions }) => extensions.code);

const ids = async () => {
  const { invoice: found } = await mine.ask(
    `query ($id: ID!) { invoice(id: $id) { customer { id } journalEntries { id postings { account { id } } } } }`,
    { id: invoice.id },
  );
  return {
    customer: found.customer.id,
    entry: found.journalEntries[0].id,
    account: found.journalEntries[0].postings[0].account.id,
  };
};

describe('another organization', () => {
  it('finds nothing of ours, by no door', async () => {
    const { customer, entry, account } = await ids();
    const stranger = other.member('OWNER');
    const { data } = await world.ask(
      stranger,
      `query ($i: ID!, $c: ID!, $e: ID!, $a: ID!) {
        invoice(id: $i) { id } customer(id: $c) { id } journalEntry(id: $e) { id } account(id: $a) { id }
        invoices { totalCount } customers { totalCount } journalEntries { totalCount }
        byCustomer: invoices(filter: { customerId: $c }) { totalCount } }`,
      { i: invoice.id, c: customer, e: entry, a: account },
    );
    expect(data).toEqual({
      invoice: null,
      customer: null,
      journalEntry: null,
      account: null,
      invoices: { totalCount: 0 },
      customers: { totalCount: 0 },
      journalEntries: { totalCount: 0 },
      byCustomer: { totalCount: 0 },
    });
    for (const [typename, id] of [
      ['Invoice', invoice.id],
      ['Customer', customer],
      ['JournalEntry', entry],
      ['Account', account],
    ]) {
      const found = await entities(
        stranger,
        { __typename: typename, id },
        `... on ${typename} { id }`,
      );
      expect(found).toEqual({ entity: null, codes: [] });
    }
    const payment = await entities(
      stranger,
      { __typename: 'Payment', id: invoice.id },
      '... on Payment { journalEntries { id } }',
    );
    expect(payment.entity).toEqual({ journalEntries: [] });
  });

  it('changes nothing of ours', async () => {
    const { customer } = await ids();
    const { data } = await world.ask(
      other.member('OWNER'),
      `mutation ($i: ID!, $c: ID!) {
        pay: recordPayment(input: { invoiceId: $i, amountMinor: "1", idempotencyKey: "k" }) { ... on NotFound { code } }
        rename: updateCustomer(id: $c, input: { name: "Mine now" }) { ... on NotFound { code } }
        bill: saveInvoiceDraft(input: { customerId: $c, dueDate: "2026-04-01", lines: [
          { description: "x", quantity: "1", unitPriceMinor: "1" }] }) { ... on NotFound { code } } }`,
      { i: invoice.id, c: customer },
    );
    expect(data).toEqual({
      pay: { code: 'INVOICE_NOT_FOUND' },
      rename: { code: 'CUSTOMER_NOT_FOUND' },
      bill: { code: 'CUSTOMER_NOT_FOUND' },
    });
  });
});

describe('the holder of a payment link', () => {
  it('sees that invoice with its customer, and no other', async () => {
    const payer = mine.payer(invoice.id);
    const query = `query ($id: ID!) { invoice(id: $id) { id total { decimal } customer { name } timeline { kind } pdfUrl } }`;
    const own = await world.ask(payer, query, { id: invoice.id });
    expect(own.data.invoice).toMatchObject({ id: invoice.id, customer: { name: 'Beispiel AG' } });
    expect((await world.ask(payer, query, { id: second.id })).data.invoice).toBeNull();
    const foreign = { __typename: 'Invoice', id: second.id };
    expect((await entities(payer, foreign, '... on Invoice { id }')).entity).toBeNull();
  });

  it('sees of the customer the name and address alone', async () => {
    const payer = mine.payer(invoice.id);
    const { customer } = await ids();
    const own = { __typename: 'Customer', id: customer };
    expect((await entities(payer, own, '... on Customer { name address }')).entity).toMatchObject({
      name: 'Beispiel AG',
    });
    for (const field of ['email', 'balance { minor }', 'invoiceCount', 'createdAt']) {
      expect((await entities(payer, own, `... on Customer { ${field} }`)).codes).toEqual([
        'FORBIDDEN',
      ]);
    }
    const { invoice: otherInvoice } = await mine.ask(
      `query ($id: ID!) { invoice(id: $id) { customer { id } } }`,
      { id: second.id },
    );
    const stranger = { __typename: 'Customer', id: otherInvoice.customer.id };
    expect((await entities(payer, stranger, '... on Customer { id }')).entity).toBeNull();
  });

  it('sees no books and no lists', async () => {
    const payer = mine.payer(invoice.id);
    for (const query of [
      '{ invoices { totalCount } }',
      '{ customers { totalCount } }',
      '{ journalEntries { totalCount } }',
      '{ trialBalance { isBalanced } }',
      `{ invoice(id: "${invoice.id}") { journalEntries { id } } }`,
    ]) {
      expect(codesOf((await world.ask(payer, query)).errors)).toEqual(['FORBIDDEN']);
    }
  });
});

it('a viewer reads, and writes nothing', async () => {
  const viewer = mine.member('VIEWER');
  expect((await world.ask(viewer, '{ invoices { totalCount } }')).errors).toEqual([]);
  const { errors } = await world.ask(
    viewer,
    `mutation { createCustomer(input: { name: "x" }) { __typename } }`,
  );
  expect(codesOf(errors)).toEqual(['FORBIDDEN']);
});
