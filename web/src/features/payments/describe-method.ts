import type { PaymentMethodKind } from '../../__generated__/schema.ts';

type Method = {
  readonly kind: PaymentMethodKind;
  readonly brand: string | null;
  readonly last4: string | null;
};

const kinds: Record<PaymentMethodKind, string> = {
  CARD: 'Card',
  BANK_TRANSFER: 'Bank transfer',
  CASH: 'Cash',
  CHEQUE: 'Cheque',
  BANK_DEBIT: 'Bank debit',
};

/** "Visa ending in 4242", "Cash"; a dash before the customer has chosen. */
export function describeMethod(method: Method | null): string {
  if (!method) return '–';
  const { kind, brand, last4 } = method;
  const name = brand ? brand.charAt(0).toUpperCase() + brand.slice(1) : kinds[kind];
  return last4 ? `${name} ending in ${last4}` : name;
}
