import { isRefusal } from '@finflow/shared/refusal';
import { payByCard } from '../../src/demo/pay-by-card.ts';
import { openPublicApi, type PublicApi } from '../../src/demo/public-api.ts';
import { until } from '../../src/demo/until.ts';
import type { House } from '../../src/house.ts';
import { ask } from './ask.ts';

export type Company = Awaited<ReturnType<typeof openCompany>>;

/**
 * A company with a customer, an invoice paid by card, one that is open, and an import. Every text in it carries `mark`, so that
 * it is known wherever it turns up.
 */
export async function openCompany(house: House, mark: string) {
  const endpoint = `${house.url}/graphql`;
  const login = { email: `${mark}@finflow.example`, password: `${mark}-horse-battery-staple` };
  const registration = {
    ...login,
    name: `${mark} Person`,
    organizationName: `${mark} Works`,
    baseCurrency: 'EUR',
  };
  const registered = await ask(
    endpoint,
    '',
    `mutation ($input: RegisterInput!) { register(input: $input) {
      __typename ... on Session { accessToken organizationId } } }`,
    { input: registration },
  );
  const session = registered.data?.['register'];
  if (!isSession(session)) throw new Error(`Not registered: ${JSON.stringify(registered)}`);
  const { organizationId, accessToken } = session;
  const desk = house.accounting.desk(organizationId);
  await until('the books', async () => ((await desk.isOpen()) ? true : null));
  const api = await openPublicApi(endpoint, login);
  const books = { mark, api };
  const customerId = await addCustomer(books);
  const [paidId, openId] = [
    await addInvoice(books, customerId),
    await addInvoice(books, customerId),
  ];
  await pay(api, paidId);
  const importId = await importRows(house, organizationId, mark);
  return {
    mark,
    organizationId,
    authorization: `Bearer ${accessToken}`,
    api,
    customerId,
    paidId,
    openId,
    importId,
    /** A further invoice of the same customer, issued. */
    issue: () => addInvoice(books, customerId),
    ...(await readIds(api, paidId)),
  };
}

const isSession = (
  value: unknown,
): value is { readonly accessToken: string; readonly organizationId: string } =>
  typeof value === 'object' &&
  value !== null &&
  'accessToken' in value &&
  'organizationId' in value;

type Books = { readonly mark: string; readonly api: PublicApi };

async function addCustomer({ mark, api }: Books): Promise<string> {
  const { createCustomer } = await api<{ createCustomer: { customer: { id: string } } }>({
    query: `mutation ($input: CustomerInput!) {
      createCustomer(input: $input) { ... on CustomerSaved { customer { id } } } }`,
    variables: {
      input: {
        name: `${mark} Customer`,
        email: `buyer@${mark}.example`,
        address: `${mark} Road 1`,
      },
    },
  });
  return createCustomer.customer.id;
}

/** A draft; gives its id. */
export async function addDraft({ mark, api }: Books, customerId: string): Promise<string> {
  const line = { description: `${mark} Table`, quantity: '2', unitPriceMinor: '4200' };
  const input = { customerId, dueDate: '2030-01-31', lines: [line], notes: `${mark} thanks you` };
  const { saveInvoiceDraft } = await api<{ saveInvoiceDraft: { invoice: { id: string } } }>({
    query: `mutation ($input: InvoiceDraftInput!) {
      saveInvoiceDraft(input: $input) { ... on InvoiceSaved { invoice { id } } } }`,
    variables: { input },
  });
  return saveInvoiceDraft.invoice.id;
}

async function addInvoice(books: Books, customerId: string): Promise<string> {
  const invoiceId = await addDraft(books, customerId);
  await books.api({
    query: `mutation ($input: IssueInvoiceInput!) { issueInvoice(input: $input) { __typename } }`,
    variables: { input: { invoiceId, idempotencyKey: `issue-${invoiceId}` } },
  });
  return invoiceId;
}

/** Pays an invoice as its customer does, and waits for the books. */
export const pay = (api: PublicApi, invoiceId: string): Promise<void> =>
  payByCard(
    { key: `pay-${invoiceId}`, invoiceKey: invoiceId, card: 'pm_card_visa' },
    invoiceId,
    api,
  );

async function importRows(house: House, organizationId: string, mark: string): Promise<string> {
  const rows = [
    'customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate',
    `${mark}-debtor,${mark}-1,1/2/2013,2/1/2013,55.94,1/15/2013`,
    `${mark}-debtor,${mark}-2,13/45/2013,2/1/2013,55.94,`,
  ];
  const outcome = await house.accounting.importReceivables({
    organizationId,
    fileName: `${mark}.csv`,
    content: Buffer.from(`${rows.join('\n')}\n`),
    mode: 'GOOD_ROWS_ONLY',
  });
  if (isRefusal(outcome)) throw new Error(outcome.message);
  return outcome.id;
}

async function readIds(api: PublicApi, invoiceId: string) {
  const query = `query ($id: ID!) {
    invoice(id: $id) { paymentLink payments { id } }
    journalEntries(first: 1, filter: { invoiceId: $id }) { edges { node { id } } }
    accounts { id }
    forecast { id }
    me { user { id } } }`;
  type Ids = {
    readonly invoice: { readonly payments: readonly { readonly id: string }[] };
    readonly journalEntries: { readonly edges: readonly { readonly node: { id: string } }[] };
    readonly accounts: readonly { readonly id: string }[];
    readonly forecast: { readonly id: string } | null;
    readonly me: { readonly user: { readonly id: string } };
  };
  return until('all that a company has', async () => {
    const { invoice, journalEntries, accounts, forecast, me } = await api<Ids>({
      query,
      variables: { id: invoiceId },
    });
    const [payment, entry, account] = [
      invoice.payments[0],
      journalEntries.edges[0]?.node,
      accounts[0],
    ];
    if (!payment || !entry || !account || !forecast) return null;
    return {
      paymentId: payment.id,
      entryId: entry.id,
      accountId: account.id,
      forecastId: forecast.id,
      userId: me.user.id,
    };
  });
}

/** All ids of the company that somebody else could try. */
export const idsOf = (company: Company): string[] => [
  company.organizationId,
  company.customerId,
  company.paidId,
  company.openId,
  company.importId,
  company.paymentId,
  company.entryId,
  company.accountId,
  company.forecastId,
  company.userId,
];

/** The credential of whoever holds the link of an invoice. */
export async function payLinkOf(api: PublicApi, invoiceId: string): Promise<string> {
  const { invoice } = await api<{ invoice: { paymentLink: string } }>({
    query: 'query ($id: ID!) { invoice(id: $id) { paymentLink } }',
    variables: { id: invoiceId },
  });
  return `PayLink ${invoice.paymentLink.split('/').at(-1) ?? ''}`;
}
