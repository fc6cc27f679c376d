import { newId } from '@finflow/shared/ids';
import { ask, type PublicApi } from '../demo/public-api.ts';
import { until } from '../demo/until.ts';

/** A company of its own in a running house, as an API client sees it. */
export type Company = {
  /** The house's address. */
  readonly url: string;
  /** Its owner's credential. */
  readonly authorization: string;
  readonly customerId: string;
  /** Asks as its owner, or as whom the operation says. */
  readonly api: PublicApi;
};

export type Line = {
  readonly description: string;
  readonly quantity: string;
  readonly unitPriceMinor: string;
  readonly discountPercent?: string;
  readonly taxPercent?: string;
};

/** An issued invoice, and the credential of whoever holds its payment link. */
export type SentInvoice = {
  readonly id: string;
  readonly number: string;
  readonly totalMinor: bigint;
  readonly payLink: string;
};

type Refused = { readonly code?: string };

/**
 * Registers an owner with an organization in EUR, and adds one customer.
 * @throws Error when the house refuses
 */
export async function openCompany(url: string, customerName: string): Promise<Company> {
  const endpoint = `${url}/graphql`;
  const input = {
    email: `${newId()}@example.com`,
    password: newId(),
    name: 'Owner',
    organizationName: 'Brightwater Studio',
    baseCurrency: 'EUR',
  };
  const { register } = await ask<{ register: Refused & { accessToken?: string } }>(endpoint, {
    query: registerMutation,
    variables: { input },
  });
  if (!register.accessToken) throw new Error(`Registration was refused: ${register.code}`);
  const authorization = `Bearer ${register.accessToken}`;
  const api: PublicApi = (operation) => ask(endpoint, { authorization, ...operation });
  await until('the books to be opened', () => findBooks(api));
  const { createCustomer } = await api<{ createCustomer: Refused & { customer?: { id: string } } }>(
    {
      query: customerMutation,
      variables: { input: { name: customerName, email: 'billing@example.com' } },
    },
  );
  if (!createCustomer.customer) throw new Error(`The customer was refused: ${createCustomer.code}`);
  return { url, authorization, customerId: createCustomer.customer.id, api };
}

/**
 * Drafts and issues an invoice, and waits until payments knows it.
 * @throws Error when a step is refused, or the payment link does not come
 */
export async function sendInvoice(
  { api, customerId }: Company,
  lines: readonly Line[],
): Promise<SentInvoice> {
  const draft = { customerId, dueDate: '2099-12-31', lines };
  const { saveInvoiceDraft } = await api<{ saveInvoiceDraft: InvoiceAnswer }>({
    query: draftMutation,
    variables: { input: draft },
  });
  const { id } = invoiceOf(saveInvoiceDraft);
  const { issueInvoice } = await api<{ issueInvoice: InvoiceAnswer }>({
    query: issueMutation,
    variables: { input: { invoiceId: id, idempotencyKey: newId() } },
  });
  const { number, total } = invoiceOf(issueInvoice);
  const link = await until(`the payment link of ${number}`, async () => {
    const query = 'query ($id: ID!) { invoice(id: $id) { paymentLink } }';
    type Answer = { invoice: { paymentLink: string | null } };
    return (await api<Answer>({ query, variables: { id } })).invoice.paymentLink;
  });
  const payLink = `PayLink ${link.split('/').at(-1) ?? ''}`;
  return { id, number, totalMinor: BigInt(total.minor), payLink };
}

type InvoiceAnswer = Refused & {
  readonly invoice?: {
    readonly id: string;
    readonly number: string;
    readonly total: { readonly minor: string };
  };
};

function invoiceOf({ invoice, code }: InvoiceAnswer) {
  if (!invoice) throw new Error(`The invoice was refused: ${code}`);
  return invoice;
}

/** Accounting hears of an organization by the bus: its chart of accounts comes a moment later. */
async function findBooks(api: PublicApi): Promise<true | null> {
  const { accounts } = await api<{ accounts: unknown[] }>({ query: '{ accounts { code } }' });
  return accounts.length > 0 ? true : null;
}

const registerMutation = `mutation ($input: RegisterInput!) {
  register(input: $input) { ... on Session { accessToken } ... on Refusal { code } } }`;
const customerMutation = `mutation ($input: CustomerInput!) {
  createCustomer(input: $input) { ... on CustomerSaved { customer { id } } ... on Refusal { code } } }`;
const draftMutation = `mutation ($input: InvoiceDraftInput!) {
  saveInvoiceDraft(input: $input) {
    ... on InvoiceSaved { invoice { id number total { minor } } } ... on Refusal { code } } }`;
const issueMutation = `mutation ($input: IssueInvoiceInput!) {
  issueInvoice(input: $input) {
    ... on InvoiceSaved { invoice { id number total { minor } } } ... on Refusal { code } } }`;
