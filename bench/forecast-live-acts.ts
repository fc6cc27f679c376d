import { ask } from '@finflow/local/demo/public-api';
import { until } from '@finflow/local/demo/until';
import { type Company, sendInvoice } from '@finflow/local/main-job/company';
import { confirmCard, type OpenPayment, startPayment } from '@finflow/local/main-job/pay-page';
import type { StripeSandbox } from '@finflow/local/stripe-sandbox/sandbox';
import { newId } from '@finflow/shared/ids';
import { addDays, type LocalDate } from '@finflow/shared/local-date';

/** A company, and what the acts so far left for the next ones. */
export type Desk = {
  readonly company: Company;
  readonly sandbox: StripeSandbox;
  readonly accounts: ReadonlyMap<string, string>;
  invoiceId: string;
  payment: OpenPayment | null;
  entryId: string;
  isInEast: boolean;
};

/** Something that people do. What it needs first is prepared outside of the measure. */
export type Act = {
  readonly name: string;
  readonly prepare?: (desk: Desk) => Promise<unknown>;
  readonly act: (desk: Desk, round: number) => Promise<unknown>;
};

/** A company with some past, in a running house. */
export async function openDesk(company: Company, sandbox: StripeSandbox): Promise<Desk> {
  type Answer = { accounts: { id: string; code: string }[] };
  const { accounts } = await company.api<Answer>({ query: '{ accounts { id code } }' });
  const byCode = new Map(accounts.map(({ id, code }) => [code, id]));
  const left = { invoiceId: '', payment: null, entryId: '', isInEast: false };
  const desk: Desk = { company, sandbox, accounts: byCode, ...left };
  await moveFar(desk);
  for (let month = 14; month > 0; month -= 1) {
    await post(desk, { debit: '1000', credit: '4000', amount: 500_000, daysAgo: 30 * month });
    await post(desk, { debit: '6000', credit: '1000', amount: 200_000, daysAgo: 30 * month - 4 });
  }
  return desk;
}

/** Each changes what is to be expected, in an order in which each finds what it needs. */
export const changes: readonly Act[] = [
  { name: 'invoice issued', prepare: saveDraft, act: issue },
  { name: 'invoice paid in part', act: (desk) => recordPayment(desk, '4000') },
  { name: 'invoice paid', act: (desk) => recordPayment(desk, '6000') },
  { name: 'payment by card', prepare: beginPayment, act: (desk) => confirmCard(paymentOf(desk)) },
  { name: 'refund', act: refund },
  { name: 'dispute', act: dispute },
  { name: 'bill entered', act: (desk) => post(desk, { ...bill, credit: '2100' }) },
  {
    name: 'expense paid',
    act: async (desk) => (desk.entryId = await post(desk, { ...bill, debit: '6999' })),
  },
  { name: 'its category', prepare: transactionKnown, act: correctCategory },
  { name: 'its reversal', act: reverse },
  {
    name: 'another country',
    act: (desk, round) => settings(desk, { country: round % 2 ? 'DE' : 'FR' }),
  },
  { name: 'another time zone', act: moveFar },
];

/** None of these does. */
export const others: readonly Act[] = [
  { name: 'a customer', act: ({ company }) => done(company, customerMutation, { name: 'Other' }) },
  { name: 'a draft', act: ({ company }) => done(company, draftMutation, draftOf(company)) },
  { name: 'another name', act: (desk, round) => settings(desk, { name: `Studio ${round}` }) },
  {
    name: 'a threshold',
    act: ({ company }, round) => done(company, thresholdMutation, { threshold: 0.8 + round / 100 }),
  },
  {
    name: 'a declined card',
    prepare: beginPayment,
    act: (desk) => confirmCard(paymentOf(desk), 'pm_card_chargeDeclined'),
  },
];

const bill = { debit: '6000', credit: '1000', amount: 12_345, daysAgo: 1 };
type Entry = typeof bill;

const line = { description: 'Work', quantity: '1', unitPriceMinor: '10000' };
const invoice = ({ company }: Desk) => sendInvoice(company, [line]);
const draftOf = ({ customerId }: Company) => ({
  customerId,
  dueDate: '2099-12-31',
  lines: [line],
});

async function saveDraft(desk: Desk): Promise<void> {
  const { company } = desk;
  const saved = await done<{ invoice: { id: string } }>(company, draftMutation, draftOf(company));
  desk.invoiceId = saved.invoice.id;
}

function issue({ company, invoiceId }: Desk) {
  return done(company, issueMutation, { invoiceId, idempotencyKey: newId() });
}

/** The two are 25 hours apart: it is never the same day there. */
function moveFar(desk: Desk) {
  desk.isInEast = !desk.isInEast;
  return settings(desk, {
    timeZone: desk.isInEast ? 'Pacific/Kiritimati' : 'Pacific/Pago_Pago',
  });
}

const daysAgo = (days: number): LocalDate =>
  addDays(new Date().toISOString().slice(0, 10) as LocalDate, -days);

async function post({ company, accounts }: Pick<Desk, 'company' | 'accounts'>, entry: Entry) {
  const posting = (code: string, side: string) => ({
    accountId: accounts.get(code),
    side,
    amountMinor: String(entry.amount),
  });
  const { entry: posted } = await done<{ entry: { id: string } }>(company, entryMutation, {
    date: daysAgo(entry.daysAgo),
    description: 'Harbour Office Supplies',
    postings: [posting(entry.debit, 'DEBIT'), posting(entry.credit, 'CREDIT')],
    idempotencyKey: newId(),
  });
  return posted.id;
}

const recordPayment = ({ company, invoiceId }: Desk, amountMinor: string) =>
  done(company, paymentMutation, {
    invoiceId,
    amountMinor,
    method: 'BANK_TRANSFER',
    idempotencyKey: newId(),
  });

async function beginPayment(desk: Desk): Promise<void> {
  const { payLink } = await invoice(desk);
  desk.payment = await startPayment(desk.company.url, payLink);
}

function paymentOf({ payment }: Desk): OpenPayment {
  if (!payment) throw new Error('No payment was begun.');
  return payment;
}

function refund(desk: Desk) {
  return done(desk.company, refundMutation, {
    paymentId: paymentOf(desk).id,
    amountMinor: '1000',
    idempotencyKey: newId(),
  });
}

async function dispute(desk: Desk): Promise<void> {
  const [intent] = paymentOf(desk).surface.clientSecret.split('_secret_');
  const { origin, secretKey, control } = desk.sandbox;
  const response = await fetch(`${origin}/v1/charges?payment_intent=${intent}`, {
    headers: { authorization: `Bearer ${secretKey}` },
  });
  const id = /"id":"(ch_[^"]+)"/.exec((await response.text()).replaceAll(/\s/g, ''))?.[1];
  control.openDispute(id ?? '');
}

function transactionKnown({ company: { api }, entryId }: Desk) {
  return until('the expense to be known', async () => {
    const query = 'query ($id: ID!) { transaction(id: $id) { id } }';
    return (await api<{ transaction: object | null }>({ query, variables: { id: entryId } }))
      .transaction;
  });
}

function correctCategory({ company, entryId }: Desk) {
  return done(company, categoryMutation, { transactionId: entryId, category: 'SOFTWARE' });
}

function reverse({ company, entryId }: Desk) {
  return done(company, reversalMutation, { entryId, idempotencyKey: newId() });
}

function settings({ company }: Desk, input: object) {
  return done(company, settingsMutation, { name: 'Brightwater Studio', ...input });
}

/** @throws Error when it is refused */
async function done<Data>(company: Company, query: string, input: object): Promise<Data> {
  type Answer = { did: Data & { code?: string } };
  const { did } = await ask<Answer>(`${company.url}/graphql`, {
    query,
    variables: { input },
    authorization: company.authorization,
  });
  if (did.code) throw new Error(`Refused with ${did.code}: ${query}`);
  return did;
}

const mutation = (field: string, input: string, found = '__typename') =>
  `mutation ($input: ${input}!) { did: ${field}(input: $input) { ${found} ... on Refusal { code } } }`;
const entryMutation = mutation(
  'postJournalEntry',
  'PostJournalEntryInput',
  '... on JournalEntryPosted { entry { id } }',
);
const reversalMutation = mutation('reverseJournalEntry', 'ReverseJournalEntryInput');
const paymentMutation = mutation('recordPayment', 'RecordPaymentInput');
const refundMutation = mutation('refundPayment', 'RefundPaymentInput');
const categoryMutation = mutation('correctCategory', 'CorrectCategoryInput');
const settingsMutation = mutation('updateOrganization', 'UpdateOrganizationInput');
const customerMutation = mutation('createCustomer', 'CustomerInput');
const draftMutation = mutation(
  'saveInvoiceDraft',
  'InvoiceDraftInput',
  '... on InvoiceSaved { invoice { id } }',
);
const issueMutation = mutation('issueInvoice', 'IssueInvoiceInput');
const thresholdMutation = mutation('setCategoryThreshold', 'SetCategoryThresholdInput');
