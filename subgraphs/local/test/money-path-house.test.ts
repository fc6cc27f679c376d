import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '@finflow/shared/ids';
import { payerOf } from '@finflow/shared/testing/viewers';
import { until } from '@finflow/shared/testing/until';
import { openRealHouse, type RealHouse } from './money-path/real-house.ts';

let house: RealHouse;
beforeAll(async () => {
  house = await openRealHouse();
}, 60_000);
afterAll(() => house.close());

const step = fc.oneof(
  fc.record({
    kind: fc.constant('pay'),
    method: fc.constantFrom('pm_card_visa', 'pm_card_chargeDeclined'),
    lost: fc.nat(3),
  }),
  fc.record({ kind: fc.constant('refund'), percent: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ kind: fc.constant('byHand'), percent: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ kind: fc.constant('dispute'), isWon: fc.boolean() }),
);
const stories = fc.record({
  totalMinor: fc.bigInt(500n, 99_999n),
  chaos: fc.record({
    duplicate: fc.nat(2),
    reorder: fc.constantFrom(0, 2, 6),
    delayMs: fc.constantFrom(0, 20),
    failAfterCommit: fc.nat(1),
  }),
  steps: fc.array(step, { minLength: 1, maxLength: 5 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Company = Awaited<ReturnType<RealHouse['openCompany']>>;

it('books in the real house what the provider holds, whatever becomes of its notices', async () => {
  const property = fc.asyncProperty(stories, async ({ totalMinor, chaos, steps }) => {
    const company = await house.openCompany();
    const before = await providerTotals();
    const invoiceId = await issue(company, totalMinor);
    house.sandbox.knobs.set({ ...chaos, webhookRetryMs: 50 });
    for (const one of steps) await take(company, invoiceId, one);
    house.sandbox.knobs.reset();
    await house.comeToRest();
    const after = await providerTotals();
    const books = await house.balances(company.owner);
    expect(books['1010'] ?? 0n).toBe(after.net - before.net);
    expect(books['6400'] ?? 0n).toBe(after.fee - before.fee);
    const moneyIn = (books['1000'] ?? 0n) + after.captured - before.captured;
    const applied = moneyIn < totalMinor ? moneyIn : totalMinor;
    expect(books['1100'] ?? 0n).toBe(totalMinor - applied);
    expect(Object.values(books).reduce((a, b) => a + b, 0n)).toBe(0n);
  });
  await fc.assert(property, {
    numRuns: 60,
    interruptAfterTimeLimit: 60_000,
    endOnFailure: true,
  });
  const broken = (await house.verify()).filter(({ problems }) => problems.length > 0);
  expect(broken).toEqual([]);
}, 180_000);

/** What went through the provider's account so far: net, its fees, and what was captured. */
async function providerTotals() {
  const list = house.stripe.balanceTransactions.list({ limit: 100 });
  const all = await list.autoPagingToArray({ limit: 5_000 });
  const sum = (amounts: number[]) => amounts.reduce((a, b) => a + BigInt(b), 0n);
  return {
    net: sum(all.map(({ net }) => net)),
    fee: sum(all.map(({ fee }) => fee)),
    captured: sum(all.filter(({ type }) => type === 'charge').map(({ amount }) => amount)),
  };
}

async function issue({ desk }: Company, totalMinor: bigint): Promise<string> {
  const customer = await desk.createCustomer({ name: 'Beispiel AG' });
  if ('refused' in customer) throw new Error(customer.message);
  const line = { description: 'Work', quantity: '1', discountPercent: '0', taxPercent: '0' };
  const invoiceId = await desk.saveInvoiceDraft({
    customerId: customer.id,
    currency: 'EUR',
    dueDate: '2099-01-01',
    lines: [{ ...line, unitPriceMinor: totalMinor }],
  });
  if (typeof invoiceId !== 'string') throw new Error(invoiceId.message);
  await desk.issueInvoice({ invoiceId, idempotencyKey: newId() });
  return invoiceId;
}

async function take(company: Company, invoiceId: string, one: Step): Promise<void> {
  if (one.kind === 'pay') return pay(company, invoiceId, one);
  if (one.kind === 'byHand') {
    const amountMinor = BigInt(one.percent) * 100n;
    const input = { invoiceId, amountMinor, method: 'CASH', idempotencyKey: newId() } as const;
    return void (await company.desk.recordPayment(input));
  }
  const [payment] = await house.payments(company.organizationId);
  const intentId = payment?.provider_intent_id;
  if (!payment || !intentId) return;
  if (one.kind === 'refund') return refund(company, payment.id, one.percent);
  const { data } = await house.stripe.charges.list({ payment_intent: intentId });
  const charge = data.find((each) => each.paid && !each.disputed && !each.refunded);
  if (!charge) return;
  const dispute = house.sandbox.control.openDispute(charge.id);
  house.sandbox.control.closeDispute(dispute.id, one.isWon ? 'won' : 'lost');
}

const start = `mutation ($key: String!) { startPayment(input: { idempotencyKey: $key }) {
  ... on PaymentStarted { surface { clientSecret } } ... on Refusal { code } } }`;

/** The first of the notices that follow are lost: then only the janitor hears of the payment. */
async function pay(
  { organizationId }: Company,
  invoiceId: string,
  one: { method: string; lost: number },
) {
  const payer = payerOf(organizationId, invoiceId);
  const answer = await until(async () => {
    const { startPayment } = await house.ask(payer, start, { key: newId() });
    const isToCome = ['INVOICE_NOT_FOUND', 'PROVIDER_UNAVAILABLE'].includes(startPayment.code);
    return !isToCome && startPayment;
  });
  const intentId: string | undefined = answer.surface?.clientSecret.split('_secret_')[0];
  if (!intentId) return;
  house.sandbox.knobs.set({ drop: one.lost });
  await house.stripe.paymentIntents
    .confirm(intentId, { payment_method: one.method, return_url: 'https://finflow.test/pay' })
    .catch((error: unknown) => error);
  await house.sandbox.delivered();
  house.sandbox.knobs.set({ drop: 0 });
}

async function refund({ owner }: Company, paymentId: string, percent: number): Promise<void> {
  const mutation = `mutation ($input: RefundPaymentInput!) { refundPayment(input: $input) { __typename } }`;
  const input = { paymentId, idempotencyKey: newId(), amountMinor: String(percent * 100) };
  await house.ask(owner, mutation, { input });
}
