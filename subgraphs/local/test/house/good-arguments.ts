import { encodeCursor } from '@finflow/shared/graphql/connection';
import { newId } from '@finflow/shared/ids';
import { apiKeyScopes } from '@finflow/shared/viewer';
import { makeKey } from './api-key.ts';
import { type Company, addDraft } from './company.ts';
import { spend } from './categorize.ts';
import type { Arguments } from './places.ts';

/** A company with one of everything that has an id. */
export type Furnished = Company & {
  readonly draftId: string;
  readonly spareDraftId: string;
  /** An expense that waits for its category. */
  readonly expenseId: string;
  readonly manualEntryId: string;
  readonly apiKeyId: string;
};

/** Adds what a company does not have from the start. */
export async function furnish(company: Company, endpoint: string): Promise<Furnished> {
  const [draftId, spareDraftId, expenseId, manualEntryId, { id: apiKeyId }] = await Promise.all([
    addDraft(company, company.customerId),
    addDraft(company, company.customerId),
    spend(company),
    spend(company, 'Milk'),
    makeKey(endpoint, company.authorization),
  ]);
  return { ...company, draftId, spareDraftId, expenseId, manualEntryId, apiKeyId };
}

const instant = '2026-01-01T00:00:00.000Z';
const day = '2026-01-01';
const dayToCome = '2100-01-31';

/** What can be asked of a company by each root field with arguments, every optional one said too. Keys are new each time. */
export function goodArguments(company: Furnished): Readonly<Record<string, Arguments>> {
  return { ...readings(company), ...bookings(company), ...decisions(company), ...ways(company) };
}

function readings(company: Furnished): Record<string, Arguments> {
  const { customerId, paidId, paymentId, entryId, accountId, importId, expenseId } = company;
  const page = (...sortKey: string[]) => ({ first: 2, after: encodeCursor(sortKey) });
  const period = { from: '2026-01-01', to: '2026-03-31' };
  const issued = { issuedFrom: period.from, issuedTo: period.to };
  const invoices = { status: ['OPEN'], overdue: false, customerId, ...issued, search: 'a' };
  const entries = { accountId, invoiceId: paidId, paymentId, ...period };
  const expenses = { needsReview: true, category: 'RENT', ...period, search: 'a' };
  const text = { text: 'Quark', amountMinor: '4990', currency: 'EUR', date: day };
  const measured = { measures: ['REVENUE'], ...period, grain: 'MONTH' };
  return {
    customer: { id: customerId },
    customers: { ...page('a', customerId), search: 'a' },
    invoice: { id: paidId },
    invoices: { ...page(day, '1', paidId), filter: invoices },
    receivables: { asOf: day },
    invoiced: period,
    account: { id: accountId },
    journalEntries: { ...page(day, '1'), filter: entries },
    journalEntry: { id: entryId },
    trialBalance: { asOf: day },
    receivablesImport: { id: importId },
    forecast: { input: forecastOf(company) },
    forecasts: page(instant, newId()),
    transactions: { ...page(day, expenseId), filter: expenses },
    transaction: { id: expenseId },
    categorizeText: { input: text },
    kpis: { input: period },
    analytics: { input: { ...measured, dimension: 'ACCOUNT', keys: ['4000'] } },
    anomalies: { ...page(instant, newId()), filter: { status: ['OPEN'], kind: ['AMOUNT'] } },
    anomaly: { id: newId() },
    creditScores: { months: 2 },
    apiKeys: page(instant, newId()),
    payment: { id: paymentId },
    payments: { ...page(instant, paymentId), filter: { status: ['COMPLETED'], invoiceId: paidId } },
  };
}

const forecastOf = ({ customerId }: Furnished) => ({
  target: 'CASH_FLOW',
  grain: 'MONTH',
  horizon: 2,
  scenario: [
    { paysLater: { customerId, days: 3 } },
    { lostCustomer: { customerId, openInvoicesLost: true } },
    { everyMonth: { amountMinor: '-100', from: dayToCome, code: '6100' } },
    { once: { amountMinor: '-100', on: dayToCome, code: '6100' } },
  ],
});

function bookings(company: Furnished): Record<string, Arguments> {
  const { customerId, draftId, openId, paymentId, accountId } = company;
  const idempotencyKey = newId();
  const input = { name: 'Ada', email: 'ada@example.com', address: 'Road 1' };
  const price = { quantity: '2', unitPriceMinor: '4200', discountPercent: '5', taxPercent: '19' };
  const draft = {
    id: draftId,
    customerId,
    currency: 'EUR',
    dueDate: '2030-01-31',
    notes: 'Thanks',
  };
  const received = { invoiceId: openId, amountMinor: '1', paidOn: null, method: 'CASH' };
  const line = (side: string) => ({ accountId, side, amountMinor: '100' });
  const postings = [line('DEBIT'), line('CREDIT')];
  const entry = { date: day, description: 'By hand', postings };
  const reversed = { entryId: company.manualEntryId, date: null };
  return {
    createCustomer: { input },
    updateCustomer: { id: customerId, input },
    saveInvoiceDraft: { input: { ...draft, lines: [{ description: 'Table', ...price }] } },
    deleteInvoiceDraft: { input: { id: company.spareDraftId } },
    issueInvoice: { input: { invoiceId: draftId, issueDate: null, idempotencyKey } },
    recordPayment: { input: { ...received, idempotencyKey } },
    postJournalEntry: { input: { ...entry, idempotencyKey } },
    reverseJournalEntry: { input: { ...reversed, idempotencyKey } },
    closePeriod: { input: { through: '2001-01-01' } },
    refundPayment: { input: { paymentId, amountMinor: '1', reason: 'Damaged', idempotencyKey } },
    startPayment: { input: { idempotencyKey } },
  };
}

function decisions({ expenseId }: Furnished): Record<string, Arguments> {
  const decision = { transactionId: expenseId, category: 'RENT' };
  return {
    correctCategory: { input: decision },
    acceptCategories: { input: { decisions: [decision] } },
    setCategoryThreshold: { input: { threshold: 0.9 } },
    rollbackCategoryModel: { input: { version: 0 } },
    reviewAnomaly: { input: { anomalyId: newId(), verdict: 'EXPECTED' } },
  };
}

/** Of people and what they run. */
function ways({ apiKeyId }: Furnished): Record<string, Arguments> {
  const login = { email: `${newId()}@example.com`, password: 'correct-horse-battery-staple' };
  const place = { country: 'DE', timeZone: 'Europe/Berlin' };
  const opened = {
    ...login,
    name: 'Eve',
    organizationName: 'Works',
    baseCurrency: 'EUR',
    ...place,
  };
  const key = { name: 'Shop', scopes: [...apiKeyScopes], expiresOn: '2030-01-31' };
  return {
    register: { input: opened },
    logIn: { input: login },
    createOrganization: { input: { name: 'Works', baseCurrency: 'EUR', ...place } },
    updateOrganization: { input: { name: 'Works', ...place } },
    updateProfile: { input: { name: 'Eve' } },
    createApiKey: { input: key },
    revokeApiKey: { input: { apiKeyId } },
  };
}
