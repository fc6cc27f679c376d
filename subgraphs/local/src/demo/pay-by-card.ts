import type { CardPayment } from './demo-plan.ts';
import type { PublicApi } from './public-api.ts';
import { until } from './until.ts';

type PaymentSoFar = {
  readonly id: string;
  readonly status: string;
  readonly provider: string;
  readonly amount: { readonly minor: string };
  readonly refunds: readonly { readonly id: string }[];
};
type InvoiceSoFar = {
  readonly amountDue: { readonly minor: string };
  readonly amountRefunded: { readonly minor: string };
  readonly paymentLink: string | null;
  readonly payments: readonly PaymentSoFar[];
};
type Started = {
  readonly startPayment: {
    readonly code?: string;
    readonly surface?: {
      readonly clientSecret: string;
      readonly publishableKey: string;
      readonly elementsUrl: string | null;
    };
  };
};

const ended = ['COMPLETED', 'FAILED', 'PARTIALLY_REFUNDED', 'REFUNDED'];

/**
 * Pays an invoice as its customer does: by the payment link, with a test card at the sandbox, answered by its webhook;
 * afterwards the company gives back what the plan says. May be repeated: a payment that ended is not made again.
 */
export async function payByCard(
  { key, card, refundPercent, refundReason }: CardPayment,
  invoiceId: string,
  api: PublicApi,
): Promise<void> {
  const link = await until(
    `the payment link of ${key}`,
    async () => (await readInvoice(api, invoiceId)).paymentLink,
  );
  if (!(await findEnded(api, invoiceId))) {
    const { startPayment } = await api<Started>({
      query: startPaymentMutation,
      variables: { input: { idempotencyKey: key } },
      authorization: `PayLink ${link.split('/').at(-1) ?? ''}`,
    });
    if (!startPayment.surface) throw new Error(`${key} was refused: ${startPayment.code}`);
    await typeCard(startPayment.surface, card);
  }
  const payment = await until(`the end of ${key}`, () => findEnded(api, invoiceId));
  if (payment.status === 'FAILED') return;
  const refundMinor = (BigInt(payment.amount.minor) * (refundPercent ?? 0n)) / 100n;
  if (refundMinor > 0n && payment.refunds.length === 0) {
    await refund(api, {
      paymentId: payment.id,
      amountMinor: String(refundMinor),
      reason: refundReason,
      idempotencyKey: `${key}-refund`,
    });
  }
  await until(`the books of ${key}`, async () => {
    const { amountDue, amountRefunded } = await readInvoice(api, invoiceId);
    return amountDue.minor === '0' && amountRefunded.minor === String(refundMinor) ? true : null;
  });
}

async function refund(api: PublicApi, input: Record<string, string | undefined>): Promise<void> {
  const { refundPayment } = await api<{ refundPayment: { code?: string } }>({
    query: refundMutation,
    variables: { input },
  });
  if (refundPayment.code) throw new Error(`A refund was refused: ${refundPayment.code}`);
}

const readInvoice = async (api: PublicApi, id: string): Promise<InvoiceSoFar> => {
  const query = `query ($id: ID!) { invoice(id: $id) {
    amountDue { minor } amountRefunded { minor } paymentLink payments { id status provider amount { minor } refunds { id } } } }`;
  return (await api<{ invoice: InvoiceSoFar }>({ query, variables: { id } })).invoice;
};

async function findEnded(api: PublicApi, invoiceId: string): Promise<PaymentSoFar | null> {
  const { payments } = await readInvoice(api, invoiceId);
  const byProvider = payments.filter(({ provider }) => provider !== 'MANUAL');
  return byProvider.find(({ status }) => ended.includes(status)) ?? null;
}

const startPaymentMutation = `mutation ($input: StartPaymentInput!) {
  startPayment(input: $input) {
    ... on PaymentStarted { surface { clientSecret publishableKey elementsUrl } }
    ... on Refusal { code }
  } }`;

const refundMutation = `mutation ($input: RefundPaymentInput!) {
  refundPayment(input: $input) { ... on Refusal { code } } }`;

export type Surface = NonNullable<Started['startPayment']['surface']>;

/** What the card form does when the payer presses the button. A declined card answers 402, which its webhook tells too. */
export async function typeCard(
  { clientSecret, publishableKey, elementsUrl }: Surface,
  card: string,
): Promise<void> {
  if (elementsUrl === null) throw new Error('Cards are only typed at the sandbox');
  const intent = clientSecret.split('_secret_')[0] ?? '';
  const address = new URL(`/v1/payment_intents/${intent}/confirm`, elementsUrl);
  const response = await fetch(address, {
    method: 'POST',
    headers: { authorization: `Bearer ${publishableKey}` },
    body: new URLSearchParams({ client_secret: clientSecret, payment_method: card }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok && response.status !== 402) {
    throw new Error(`The sandbox refused the card: ${response.status} ${await response.text()}`);
  }
}
