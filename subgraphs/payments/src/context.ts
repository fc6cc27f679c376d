import type { BaseContext } from '@finflow/shared/graphql/subgraph';
import { paymentLinkToken } from '@finflow/shared/payment-link';
import { organizationOf } from '@finflow/shared/viewer';
import type { PaymentsConfig } from './config.ts';
import { amountDue } from './payment/amount-due.ts';
import { paymentReader, type PaymentReader } from './payment/payment-reader.ts';
import { last4Place, type Payment } from './payment/payment.entity.ts';
import { startPayment, type StartPayment } from './payment/start-payment.service.ts';
import { refundPayment, type RefundRequest } from './refund/refund-payment.service.ts';
import type { PayableInvoice } from './invoice/payable-invoice.entity.ts';
import { Organization } from './organization/organization.entity.ts';
import type { Room } from './room.ts';

export type PublicSettings = {
  readonly publicUrl: string;
  readonly paymentLinkSecret: string;
  readonly publishableKey: string;
  readonly elementsUrl: string | null;
};

/** What the resolvers get: services and loaders bound to the caller. */
export type PaymentsContext = BaseContext & {
  readonly reader: PaymentReader;
  readonly settings: PublicSettings;
  readonly startPayment: (request: StartPayment) => ReturnType<typeof startPayment>;
  readonly refundPayment: (request: RefundRequest) => ReturnType<typeof refundPayment>;
  readonly amountDue: (invoice: PayableInvoice) => Promise<bigint>;
  readonly organizationName: () => Promise<string | null>;
  /** The four digits, unsealed for this one answer. */
  readonly lastFour: (payment: Payment) => string | null;
  readonly paymentLink: (invoice: PayableInvoice) => string;
};

export const publicSettings = ({
  publicUrl,
  paymentLinkSecret,
  stripe,
}: Pick<PaymentsConfig, 'publicUrl' | 'paymentLinkSecret' | 'stripe'>): PublicSettings => ({
  publicUrl,
  paymentLinkSecret,
  publishableKey: stripe.publishableKey,
  elementsUrl: stripe.elementsUrl,
});

/** One EntityManager for the reads of one operation; each mutation works in a transaction of its own. */
export const createContext =
  (room: Room, settings: PublicSettings) =>
  (base: BaseContext): PaymentsContext => {
    const em = room.database.em.fork();
    return {
      ...base,
      settings,
      reader: paymentReader(em, base.viewer),
      startPayment: (request) => startPayment(room, request),
      refundPayment: (request) => refundPayment(room, request),
      amountDue: (invoice) => amountDue(em, invoice),
      organizationName: async () => {
        const organizationId = organizationOf(base.viewer);
        return (
          organizationId && ((await em.findOne(Organization, { organizationId }))?.name ?? null)
        );
      },
      lastFour: ({ id, lastFourSealed }) =>
        lastFourSealed ? room.cipher.decrypt(lastFourSealed, last4Place(id)) : null,
      paymentLink: ({ organizationId, id }) => {
        const target = { organizationId, invoiceId: id };
        return `${settings.publicUrl}/pay/${paymentLinkToken(target, settings.paymentLinkSecret)}`;
      },
    };
  };
