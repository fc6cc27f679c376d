import { toDecimalString } from '@finflow/shared/money';

/** Canned answers of the endpoint. Amounts are minor units of EUR. */
export const eur = (minor: bigint) => ({
  __typename: 'Money' as const,
  minor: minor.toString(),
  currency: 'EUR',
  decimal: toDecimalString({ minor, currency: 'EUR' }),
});

export const me = {
  __typename: 'Me' as const,
  organization: {
    __typename: 'Organization' as const,
    id: 'o1',
    name: 'Northwind Studio',
    baseCurrency: 'EUR',
    timeZone: 'Europe/Dublin',
    isDemo: false,
  },
};

export const customer = {
  __typename: 'Customer' as const,
  id: 'c1',
  name: 'Alder & Finch',
  email: 'hello@alder.example',
  address: '12 High Street\nDublin',
  balance: eur(12000n),
  invoiceCount: 3,
};

const line = {
  __typename: 'InvoiceLine' as const,
  id: 'l1',
  description: 'Design retainer',
  quantity: '2',
  unitPrice: eur(5000n),
  discountPercent: '0',
  taxPercent: '20',
  net: eur(10000n),
  tax: eur(2000n),
};

/** An open invoice of EUR 120.00, 20.00 of it tax. */
export const openInvoice = {
  __typename: 'Invoice' as const,
  id: 'i1',
  number: 'INV-0001',
  reference: null,
  status: 'OPEN' as const,
  isOverdue: false,
  currency: 'EUR',
  issueDate: '2026-10-01',
  dueDate: '2026-10-31',
  notes: null,
  customer,
  lines: [line],
  subtotal: eur(10000n),
  discountTotal: eur(0n),
  taxTotal: eur(2000n),
  total: eur(12000n),
  amountPaid: eur(0n),
  amountDue: eur(12000n),
  amountRefunded: eur(0n),
  paymentLink: 'http://finflow.test/pay/token',
  timeline: [
    {
      __typename: 'InvoiceActivity' as const,
      id: 'a1',
      kind: 'ISSUED' as const,
      at: '2026-10-01T09:00:00Z',
      amount: eur(12000n),
    },
  ],
  payments: [],
};

export const draftInvoice = {
  ...openInvoice,
  id: 'd1',
  number: null,
  status: 'DRAFT' as const,
  issueDate: null,
  paymentLink: null,
};

/** A page of a connection. */
export const page = <Node extends { readonly id: string }>(typename: string, nodes: Node[]) => ({
  __typename: `${typename}Connection` as const,
  totalCount: nodes.length,
  pageInfo: {
    __typename: 'PageInfo' as const,
    endCursor: nodes.at(-1)?.id ?? null,
    hasNextPage: false,
  },
  edges: nodes.map((node) => ({
    __typename: `${typename}Edge` as const,
    cursor: node.id,
    node,
  })),
});
