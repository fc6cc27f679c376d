import type { LocalDate } from '@finflow/shared/local-date';

/** Two years in the life of a small company, as data: what happened on which day. Amounts in minor units of `currency`. */
export type DemoPlan = {
  readonly seed: number;
  readonly companyName: string;
  readonly currency: string;
  readonly today: LocalDate;
  readonly customers: readonly DemoCustomer[];
  /** In the order in which they are issued, so that the n-th one gets the n-th number. */
  readonly invoices: readonly DemoInvoice[];
  /** By day, each day's in the order in which they happened. */
  readonly steps: readonly DemoStep[];
  /** Not issued yet: somebody is still writing them. */
  readonly drafts: readonly DemoInvoice[];
  /** Paid today with a card through the provider, one after the other. */
  readonly cardPayments: readonly CardPayment[];
};

export type DemoCustomer = {
  /** Names the customer within the plan. */
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly address: string;
  readonly character: Character;
};

/** How a customer buys and pays. */
export type Character = 'PROMPT' | 'PUNCTUAL' | 'LATE' | 'SEASONAL' | 'CHURNED' | 'DEPOSIT' | 'NEW';

export type DemoInvoice = {
  readonly key: string;
  readonly customerKey: string;
  readonly issueDate: LocalDate;
  readonly dueDate: LocalDate;
  readonly lines: readonly DemoLine[];
  readonly notes?: string;
};

export type DemoLine = {
  readonly description: string;
  /** A decimal, such as "2.4". */
  readonly quantity: string;
  readonly unitPriceMinor: bigint;
  readonly discountPercent: string;
  readonly taxPercent: string;
};

export type DemoStep =
  | {
      readonly kind: 'issue';
      readonly key: string;
      readonly date: LocalDate;
      readonly invoiceKey: string;
    }
  | ({ readonly kind: 'receive' } & PaymentByHand)
  | ({ readonly kind: 'post' } & DemoEntry);

/** Money that came in outside the provider, recorded by the bookkeeper. */
export type PaymentByHand = {
  readonly key: string;
  readonly date: LocalDate;
  readonly invoiceKey: string;
  readonly amountMinor: bigint;
  readonly method: 'BANK_TRANSFER' | 'CARD' | 'CASH';
};

/** A journal entry of two postings. */
export type DemoEntry = {
  readonly key: string;
  readonly date: LocalDate;
  readonly description: string;
  /** Account codes. */
  readonly debit: string;
  readonly credit: string;
  readonly amountMinor: bigint;
};

export type CardPayment = {
  readonly key: string;
  readonly invoiceKey: string;
  /** The provider's name of a test card. */
  readonly card: 'pm_card_visa' | 'pm_card_mastercard' | 'pm_card_chargeDeclinedInsufficientFunds';
  /** What is given back afterwards, in percent of the payment; none without it. */
  readonly refundPercent?: bigint;
  readonly refundReason?: string;
};
