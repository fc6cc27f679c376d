import { defineEntity, p } from '@mikro-orm/core';
import type { MethodKind } from '../providers/provider.ts';
import type { PaymentStatus } from './payment-machine.ts';

export type ProviderName = 'STRIPE' | 'MANUAL';

export const PaymentSchema = defineEntity({
  name: 'Payment',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    invoiceId: p.uuid(),
    status: p.string().$type<PaymentStatus>(),
    currency: p.character().length(3),
    amountMinor: p.bigint('bigint'),
    refundedMinor: p.bigint('bigint').default('0'),
    feeMinor: p.bigint('bigint').nullable(),
    provider: p.string().$type<ProviderName>(),
    providerIntentId: p.string().nullable().unique(),
    providerChargeId: p.string().nullable(),
    methodKind: p.string().$type<MethodKind>().nullable(),
    methodBrand: p.string().nullable(),
    /** Sealed by the field cipher, for the place `payment.last4:<id>`. */
    lastFourSealed: p.text().nullable(),
    failureCode: p.string().nullable(),
    failureMessage: p.text().nullable(),
    failureReference: p.string().nullable(),
    /** Set when the invoice was settled in another way: the attempt is to be called off. */
    cancelRequestedAt: p.datetime().nullable(),
    /** When the janitor asks the provider next; null when there is nothing to ask. */
    nextCheckAt: p.datetime().nullable(),
    checks: p.integer().default(0),
    createdAt: p.datetime(),
    completedAt: p.datetime().nullable(),
  },
  indexes: [
    { properties: ['organizationId', 'createdAt', 'id'] },
    { properties: ['organizationId', 'invoiceId'] },
    { properties: ['nextCheckAt'] },
  ],
});

/** One payment of an invoice. Its amount never changes; where it stands only by the payment machine. */
export class Payment extends PaymentSchema.class {}
PaymentSchema.setClass(Payment);

/** Where the last four digits are sealed for: see FieldCipher. */
export const last4Place = (paymentId: string): string => `payment.last4:${paymentId}`;
