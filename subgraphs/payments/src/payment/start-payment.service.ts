import { LockMode } from '@mikro-orm/core';
import { newId } from '@finflow/shared/ids';
import { recordEvent } from '@finflow/shared/outbox/record-event';
import { refuse, type Refusal } from '@finflow/shared/refusal';
import type { Em } from '../database.ts';
import { claimKey, isIdempotencyKey } from '../idempotency-key.ts';
import { PayableInvoice } from '../invoice/payable-invoice.entity.ts';
import { ProviderRefusedError, ProviderUnavailableError } from '../providers/provider.ts';
import type { Room } from '../room.ts';
import { amountDue } from './amount-due.ts';
import { addActivity, scheduleCheck } from './move-payment.ts';
import { openIntent } from './open-intent.ts';
import { paymentCreated } from './payment-events.ts';
import { Payment } from './payment.entity.ts';
import { settlePayment } from './settle-payment.service.ts';
import { StartRequest } from './start-request.entity.ts';

export type StartPayment = { readonly invoiceId: string; readonly idempotencyKey: string };

export type StartedPayment = { readonly payment: Payment; readonly clientSecret: string };

type StartRefusal = Refusal<'Conflict' | 'NotFound' | 'ProviderUnavailable'>;

/** An attempt of another amount is called off first; that this happens again and again is a bug. */
const maxRounds = 3;

/**
 * Begins the payment of what is due on an invoice, or resumes the one attempt that is open. The row is written before the
 * provider is called, so that a crash between the two loses nothing.
 * Refuses with INVOICE_NOT_FOUND, INVOICE_NOT_PAYABLE, INVOICE_ALREADY_PAID, IDEMPOTENCY_KEY_REUSED, BAD_IDEMPOTENCY_KEY,
 * PAYMENT_NOT_POSSIBLE (the provider's no, such as an amount too small) and PROVIDER_UNAVAILABLE.
 */
export async function startPayment(
  room: Room,
  request: StartPayment,
): Promise<StartedPayment | StartRefusal> {
  if (!isIdempotencyKey(request.idempotencyKey)) return badKey;
  try {
    for (let round = 0; round < maxRounds; round += 1) {
      const claim = await claimKey(() => claimAttempt(room, request), keyReused);
      if ('refused' in claim) return claim;
      if (claim.kind === 'ready') return await present(room, claim.payment);
      await callOff(room, claim.payment);
    }
  } catch (error) {
    if (error instanceof ProviderUnavailableError) return unavailable;
    throw error;
  }
  return unavailable;
}

type Claim =
  | { readonly kind: 'ready'; readonly payment: Payment }
  | { readonly kind: 'outdated'; readonly payment: Payment };

/** The lock on the invoice's row makes two starts at one moment one after the other. */
const claimAttempt = (room: Room, request: StartPayment): Promise<Claim | StartRefusal> =>
  room.database.em.fork().transactional(async (em) => {
    const invoice = await em.findOne(PayableInvoice, request.invoiceId, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
    });
    const earlier = await em.findOne(StartRequest, { idempotencyKey: request.idempotencyKey });
    if (earlier && earlier.invoiceId !== request.invoiceId) return keyReused;
    if (earlier)
      return { kind: 'ready', payment: await em.findOneOrFail(Payment, earlier.paymentId) };
    if (!invoice) return notFound;
    if (invoice.status === 'DRAFT') return notPayable;
    const due = await amountDue(em, invoice);
    if (due <= 0n) return alreadyPaid;
    const open = await em.findOne(Payment, {
      invoiceId: invoice.id,
      status: { $in: ['PENDING', 'PROCESSING', 'REQUIRES_ACTION', 'FAILED'] },
    });
    if (open && isOutdated(open, due)) return { kind: 'outdated', payment: open };
    const payment = open ?? (await createAttempt(em, invoice, due, room));
    rememberKey(em, request, payment, room);
    return { kind: 'ready', payment };
  });

/** What is under way at the bank can't be called off: it is shown as it is. */
const isOutdated = (payment: Payment, due: bigint) =>
  payment.status !== 'PROCESSING' && (payment.amountMinor !== due || !!payment.cancelRequestedAt);

async function createAttempt(em: Em, invoice: PayableInvoice, amountMinor: bigint, room: Room) {
  const now = room.clock.now();
  const payment = em.create(Payment, {
    id: newId(now.getTime()),
    organizationId: invoice.organizationId,
    invoiceId: invoice.id,
    status: 'PENDING',
    currency: invoice.currency,
    amountMinor,
    refundedMinor: 0n,
    provider: room.provider.name,
    createdAt: now,
  });
  scheduleCheck(payment, room);
  addActivity(em, payment, { cause: 'payment.started' }, room);
  await em.flush();
  await recordEvent(em, paymentCreated(payment, room.clock));
  return payment;
}

function rememberKey(em: Em, request: StartPayment, payment: Payment, { clock }: Room): void {
  em.create(StartRequest, {
    organizationId: payment.organizationId,
    idempotencyKey: request.idempotencyKey,
    invoiceId: request.invoiceId,
    paymentId: payment.id,
    createdAt: clock.now(),
  });
}

/** Asks the provider for the secret that the payer's browser needs; it isn't kept here. */
async function present(room: Room, payment: Payment): Promise<StartedPayment | StartRefusal> {
  if (wasRefused(payment)) return notPossible('Start again.');
  const intent = payment.providerIntentId
    ? await room.provider.retrieveIntent(payment.providerIntentId)
    : await openIntent(room, payment);
  if (intent instanceof ProviderRefusedError) return notPossible(intent.message);
  const fresh = await room.database.em.fork().findOneOrFail(Payment, payment.id);
  return wasRefused(fresh)
    ? notPossible('Start again.')
    : { payment: fresh, clientSecret: intent.clientSecret };
}

/** Its secret must never reach a payer: what is paid by it would come in on a payment that has ended. */
const wasRefused = ({ status, providerIntentId }: Payment) =>
  status === 'CANCELLED' && !providerIntentId;

async function callOff(room: Room, payment: Payment): Promise<void> {
  if (!payment.providerIntentId) await openIntent(room, payment);
  await room.database.em.fork().transactional(async (em) => {
    const current = await em.findOneOrFail(Payment, payment.id);
    current.cancelRequestedAt ??= room.clock.now();
  });
  await settlePayment(room, payment.id, { cause: 'amount_due.changed' });
}

const notPossible = (why: string) =>
  refuse('Conflict', 'PAYMENT_NOT_POSSIBLE', `This can't be paid here. ${why}`);
const notFound = refuse('NotFound', 'INVOICE_NOT_FOUND', 'There is no such invoice.');
const notPayable = refuse('Conflict', 'INVOICE_NOT_PAYABLE', 'This invoice was not issued yet.');
const alreadyPaid = refuse('Conflict', 'INVOICE_ALREADY_PAID', 'This invoice is already paid.');
const keyReused = refuse(
  'Conflict',
  'IDEMPOTENCY_KEY_REUSED',
  'This idempotency key was used for another invoice.',
  'input.idempotencyKey',
);
const badKey = refuse(
  'Conflict',
  'BAD_IDEMPOTENCY_KEY',
  'An idempotency key is 1 to 200 visible ASCII characters.',
  'input.idempotencyKey',
);
const unavailable = refuse(
  'ProviderUnavailable',
  'PROVIDER_UNAVAILABLE',
  'The payment service does not answer. Nothing was charged. Try again in a moment.',
);
