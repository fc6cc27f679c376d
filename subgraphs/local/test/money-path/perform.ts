import { issueInvoice } from '@finflow/accounting/invoices/issue-invoice';
import { recordPayment } from '@finflow/accounting/invoices/record-payment';
import { reconcile } from '@finflow/payments/janitor/reconcile';
import { startPayment } from '@finflow/payments/payment/start-payment.service';
import { refundPayment } from '@finflow/payments/refund/refund-payment.service';
import { processWebhooks } from '@finflow/payments/webhook/process-webhooks';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { newId } from '@finflow/shared/ids';
import { invoiceTotal } from '@finflow/shared/invoice-total';
import type { Command, Deed, Room } from './commands.ts';
import { organizationId, type World } from './world.ts';

/** Does what a command says, and dies where it says so. */
export async function perform(world: World, { deed, diesAt, isMute }: Command): Promise<void> {
  world.bank.state.isMute = isMute;
  await world.fate.live(() => inOrganization(organizationId, () => act(world, deed)), diesAt);
  world.bank.state.isMute = false;
}

const stopOf = (world: World, room: Room) =>
  room === 'accounting' ? world.toAccounting : world.toPayments;

/** The one that a number stands for; undefined when there is none yet. */
const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % all.length];

async function act(world: World, deed: Deed): Promise<unknown> {
  switch (deed.kind) {
    case 'issue':
      return issue(world, deed);
    case 'issueAgain':
      return issueAgain(world, deed.at);
    case 'start':
    case 'byHand':
      return onInvoice(world, deed);
    case 'refund':
      return refund(world, deed);
    case 'deliver': {
      const notice = pick(world.bank.notices, deed.at);
      return notice && world.deliver(notice);
    }
    case 'work':
      return processWebhooks(world.payments);
    case 'janitor':
      world.wait(8);
      return reconcile(world.payments);
    case 'relay':
      return stopOf(world, deed.to).relay(deed.count);
    case 'retryParked':
      return stopOf(world, deed.to).retryParked();
    case 'takeTurns':
      return stopOf(world, deed.to).takeTurns();
    case 'consume':
    case 'replay':
      return onTopic(world, deed);
    case 'confirm':
    case 'endDebit':
    case 'endRefunds':
    case 'decide':
    case 'dispute':
    case 'refundElsewhere':
      return atTheBank(world, deed);
    default:
      return deed satisfies never;
  }
}

type DeedOf<K extends Deed['kind']> = Extract<Deed, { readonly kind: K }>;

function onTopic(world: World, deed: DeedOf<'consume' | 'replay'>): Promise<void> | undefined {
  const stop = stopOf(world, deed.to);
  if (deed.kind === 'consume') return stop.consume(deed.topic, deed.partition, deed.count);
  stop.replay(deed.topic);
  return undefined;
}

function atTheBank(
  { bank }: World,
  deed: DeedOf<'confirm' | 'endDebit' | 'endRefunds' | 'decide' | 'dispute' | 'refundElsewhere'>,
): void {
  const intent = pick(bank.held, deed.at);
  if (!intent) return;
  switch (deed.kind) {
    case 'confirm':
      return bank.confirm(intent, deed.how);
    case 'dispute':
      return bank.dispute(intent);
    case 'refundElsewhere':
      return bank.refundElsewhere(intent, deed.tenths);
    case 'endDebit':
    case 'endRefunds':
    case 'decide':
      return bank[deed.kind](intent, deed.isGood);
    default:
      return deed satisfies never;
  }
}

function issue({ books, accounting }: World, { lines, currency }: DeedOf<'issue'>) {
  const total = invoiceTotal(lines);
  if (total.totalMinor === 0n) return undefined;
  const invoiceId = newId();
  books.store.put('Invoice', invoiceId, {
    id: invoiceId,
    customerId: newId(),
    numberIndex: null,
    currency,
    dueDate: '2027-12-31',
    totalMinor: total.totalMinor,
    taxMinor: total.taxMinor,
    paidMinor: 0n,
    refundedMinor: 0n,
    issueKey: null,
  });
  return issueInvoice({ invoiceId, idempotencyKey: `issue-${invoiceId}` }, accounting);
}

/** A client that got no answer asks again, with the key that it had. */
function issueAgain({ books, accounting }: World, at: number) {
  const invoice = pick(books.store.all('Invoice'), at);
  if (!invoice) return undefined;
  const invoiceId = String(invoice['id']);
  return issueInvoice({ invoiceId, idempotencyKey: `issue-${invoiceId}` }, accounting);
}

function onInvoice(world: World, deed: DeedOf<'start' | 'byHand'>) {
  const invoice = pick(world.books.store.all('Invoice'), deed.at);
  if (!invoice) return undefined;
  const invoiceId = String(invoice['id']);
  const idempotencyKey = `${deed.kind}-${deed.key}`;
  if (deed.kind === 'start') return startPayment(world.payments, { invoiceId, idempotencyKey });
  const amountMinor = (BigInt(String(invoice['totalMinor'])) * BigInt(deed.tenths)) / 10n;
  const input = { invoiceId, amountMinor, method: 'CASH', idempotencyKey } as const;
  return recordPayment(input, world.accounting);
}

function refund({ till, payments }: World, { at, tenths, key }: DeedOf<'refund'>) {
  const payment = pick(till.store.all('Payment'), at);
  if (!payment) return undefined;
  const part = (BigInt(String(payment['amountMinor'])) * BigInt(tenths)) / 10n;
  return refundPayment(payments, {
    paymentId: String(payment['id']),
    amountMinor: tenths > 10 ? null : part,
    reason: null,
    idempotencyKey: `refund-${key}`,
  });
}

/** Lets everything that is on its way arrive: at-least-once is kept, order is not. @throws Error when it never ends */
export async function comeToRest(world: World): Promise<void> {
  const { bank, toAccounting, toPayments, till } = world;
  for (const intent of bank.held) {
    bank.endDebit(intent, true);
    bank.endRefunds(intent, true);
  }
  for (let round = 0; round < 30; round += 1) {
    // The janitor finds what became of a payment by itself; of refunds and disputes the provider's retries tell.
    for (const notice of bank.notices)
      if (!notice.type.startsWith('payment_intent.')) world.deliver(notice);
    await inOrganization(organizationId, async () => {
      await processWebhooks(world.payments);
      world.wait(8);
      await reconcile(world.payments);
      for (const stop of [toPayments, toAccounting]) {
        await stop.relay(1000);
        await stop.retryParked();
      }
      for (const stop of [toAccounting, toPayments]) {
        await stop.consumeAll();
        await stop.takeTurns();
      }
    });
    const isWorked = till.store.all('webhook_inbox').every((row) => row['processed_at'] !== null);
    const isSent = toAccounting.isQuiet() && toPayments.isQuiet();
    if (round > 1 && isWorked && isSent && !hasPendingRefund(world)) return;
  }
  throw new Error('The house does not come to rest.');
}

const hasPendingRefund = ({ till }: World) =>
  till.store.all('Refund').some(({ status }) => status === 'PENDING');
