import { randomUUID } from 'node:crypto';
import { until } from '@finflow/shared/testing/until';
import { houseUrl } from './browser.ts';

/** A company of its own for one journey, and a way to act in it as a partner's program would. */
export type Company = {
  readonly email: string;
  readonly password: string;
  /** The Authorization header of its owner. */
  readonly authorization: string;
  readonly ask: <Data>(query: string, variables?: Record<string, unknown>) => Promise<Data>;
};

/** An issued invoice with the address on which it is paid. */
export type IssuedInvoice = {
  readonly id: string;
  readonly number: string;
  readonly paymentLink: string;
};

/** Asks the public endpoint. */
export async function ask<Data>(
  query: string,
  variables: Record<string, unknown> = {},
  authorization?: string,
): Promise<Data> {
  const response = await fetch(`${houseUrl()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as { data: Data; errors?: unknown };
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

/** Registers a company; its books are open when this comes back. */
export async function registerCompany(): Promise<Company> {
  const email = `owner-${randomUUID()}@journey.example`;
  const password = `long enough ${randomUUID()}`;
  const { register } = await ask<{ register: { accessToken: string } }>(
    `mutation ($input: RegisterInput!) { register(input: $input) { ... on Session { accessToken } ... on Refusal { code } } }`,
    {
      input: {
        email,
        password,
        name: 'Owner',
        organizationName: 'Journey Works',
        baseCurrency: 'EUR',
      },
    },
  );
  const authorization = `Bearer ${register.accessToken}`;
  const company: Company = {
    email,
    password,
    authorization,
    ask: (query, variables) => ask(query, variables, authorization),
  };
  await until(async () => {
    const { accounts } = await company.ask<{ accounts: unknown[] }>('{ accounts { id } }');
    return accounts.length > 0;
  });
  return company;
}

/** Issues an invoice of one line to a new customer, and waits for its payment link. */
export async function issueInvoice(
  company: Company,
  { unitPriceMinor = '10000' }: { readonly unitPriceMinor?: string } = {},
): Promise<IssuedInvoice> {
  const { createCustomer } = await company.ask<{ createCustomer: { customer: { id: string } } }>(
    `mutation { createCustomer(input: { name: "Blue Bakery" }) { ... on CustomerSaved { customer { id } } } }`,
  );
  const { saveInvoiceDraft } = await company.ask<{ saveInvoiceDraft: { invoice: { id: string } } }>(
    `mutation ($input: InvoiceDraftInput!) { saveInvoiceDraft(input: $input) { ... on InvoiceSaved { invoice { id } } ... on Refusal { code } } }`,
    {
      input: {
        customerId: createCustomer.customer.id,
        dueDate: '2099-12-31',
        lines: [{ description: 'Oak table', quantity: '1', unitPriceMinor }],
      },
    },
  );
  const { id } = saveInvoiceDraft.invoice;
  await company.ask(
    `mutation ($input: IssueInvoiceInput!) { issueInvoice(input: $input) { ... on InvoiceSaved { invoice { id } } ... on Refusal { code } } }`,
    { input: { invoiceId: id, idempotencyKey: randomUUID() } },
  );
  return until(async () => {
    const { invoice } = await company.ask<{ invoice: IssuedInvoice }>(
      'query ($id: ID!) { invoice(id: $id) { id number paymentLink } }',
      { id },
    );
    return invoice.paymentLink ? invoice : null;
  });
}

/** Records money that came in by bank transfer. */
export const recordPayment = (company: Company, invoiceId: string, amountMinor: string) =>
  company.ask(
    `mutation ($input: RecordPaymentInput!) { recordPayment(input: $input) { ... on InvoiceSaved { invoice { id } } ... on Refusal { code } } }`,
    { input: { invoiceId, amountMinor, idempotencyKey: randomUUID() } },
  );
