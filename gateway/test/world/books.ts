import type { VerifiedApiKey } from '@finflow/shared/api-key';
import { newId } from '@finflow/shared/ids';

/** What the subgraphs of the small world hold; tests change it and look at what comes out. */
export function createBooks() {
  const organizationId = newId();
  const invoiceId = newId();
  const otherInvoiceId = newId();
  const paymentId = newId();
  const otherPaymentId = newId();
  return {
    organizationId,
    invoiceId,
    otherInvoiceId,
    paymentId,
    otherPaymentId,
    payments: new Map([
      [paymentId, { id: paymentId, status: 'PENDING', note: otherPaymentId, invoiceId }],
      [
        otherPaymentId,
        { id: otherPaymentId, status: 'PENDING', note: '', invoiceId: otherInvoiceId },
      ],
    ]),
    entries: new Map<string, { id: string; kind: string; paymentId: string }>(),
    forecasts: new Map<string, { id: string; method: string }>(),
    anomalies: new Map<string, { id: string; reason: string }>(),
    transactions: new Map<string, { id: string; text: string }>(),
    /** Thrown by the books when set, as a subgraph's fault. */
    fault: null as Error | null,
    /** Awaited by the books before they answer about entries: a gate that a test can shut. */
    gate: Promise.resolve(),
    /** What the subgraphs were called with, newest last. */
    headers: [] as {
      readonly subgraph: string;
      readonly headers: Record<string, string | undefined>;
    }[],
    uploads: [] as unknown[],
    /** What auth knows of API keys, by their hash. */
    apiKeys: new Map<string, VerifiedApiKey>(),
  };
}

export type Books = ReturnType<typeof createBooks>;
