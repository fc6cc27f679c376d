import { fixedClock } from '@finflow/shared/clock';
import { newEvent, type FinflowEvent } from '@finflow/shared/events/envelope';
import { newId } from '@finflow/shared/ids';
import { newUser, payerOf } from '@finflow/shared/testing/viewers';
import type { TestRoom } from './test-room.ts';

const clock = fixedClock('2026-03-01T09:00:00.000Z');

export type IssuedInvoice = Awaited<ReturnType<typeof issueInvoice>>;

/** An organization with one issued invoice of EUR 10.00, as payments hears of it. */
export async function issueInvoice(
  test: TestRoom,
  {
    organizationId = newId(),
    totalMinor = 1000n,
    isDemo = false,
    timeZone = undefined as string | undefined,
  } = {},
) {
  const invoiceId = newId();
  await test.hear(organizationCreated(organizationId, { isDemo, timeZone }));
  await test.hear(invoiceCreated(organizationId, invoiceId, totalMinor));
  return {
    organizationId,
    invoiceId,
    owner: newUser({ organizationId }),
    payer: payerOf(organizationId, invoiceId),
  };
}

export const organizationCreated = (
  organizationId: string,
  { isDemo = false, timeZone }: { isDemo?: boolean; timeZone?: string | undefined } = {},
): FinflowEvent =>
  newEvent(
    'organization_created',
    {
      source: '/auth',
      subject: organizationId,
      organizationId,
      data: {
        organizationId,
        name: 'Ada & Co',
        baseCurrency: 'EUR',
        isDemo,
        createdBy: newId(),
        ...(timeZone && { timeZone }),
      },
    },
    clock,
  );

export const invoiceCreated = (
  organizationId: string,
  invoiceId: string,
  totalMinor: bigint,
): FinflowEvent =>
  newEvent(
    'invoice_created',
    {
      source: '/accounting',
      subject: invoiceId,
      organizationId,
      data: {
        invoiceId,
        number: 'INV-00001',
        customerId: newId(),
        currency: 'EUR',
        subtotalMinor: String(totalMinor),
        taxMinor: '0',
        totalMinor: String(totalMinor),
        issueDate: '2026-02-01',
        dueDate: '2026-03-01',
      },
    },
    clock,
  );

export type Settlement = { readonly id: string; readonly amountMinor: string };

/** Paid, with a settlement when it was recorded by hand. */
export const invoicePaid = (
  { organizationId, invoiceId }: { organizationId: string; invoiceId: string },
  totalMinor: bigint,
  settlement?: Settlement,
): FinflowEvent =>
  newEvent(
    'invoice_paid',
    {
      source: '/accounting',
      subject: invoiceId,
      organizationId,
      data: {
        invoiceId,
        number: 'INV-00001',
        customerId: newId(),
        currency: 'EUR',
        totalMinor: String(totalMinor),
        paidOn: '2026-02-20',
        ...(settlement && {
          settlement: { ...settlement, method: 'BANK_TRANSFER', paidOn: '2026-02-20' },
        }),
      },
    },
    clock,
  );

const start = `mutation ($key: String!) { startPayment(input: { idempotencyKey: $key }) {
  __typename
  ... on PaymentStarted { payment { id status amount { minor currency } }
    surface { kind publishableKey clientSecret elementsUrl } }
  ... on Refusal { code message field } } }`;

/** Begins a payment as the payer; the mutation's answer. */
export async function startPayment(test: TestRoom, { payer }: IssuedInvoice, key = newId()) {
  const { data, errors } = await test.ask(payer, start, { key });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.startPayment;
}
