import { gql, type TypedDocumentNode } from '@apollo/client';
import type { Paper } from '../ui/InvoicePaper.tsx';
import type { InvoicePaper_InvoiceFragment } from './invoice-paper.generated.ts';

export const INVOICE_PAPER: TypedDocumentNode<InvoicePaper_InvoiceFragment> = gql`
  fragment InvoicePaper_invoice on Invoice {
    id
    number
    issueDate
    dueDate
    notes
    customer {
      id
      name
      address
    }
    lines {
      id
      description
      quantity
      unitPrice {
        minor
        decimal
        currency
      }
      discountPercent
      taxPercent
      net {
        minor
        decimal
        currency
      }
    }
    subtotal {
      minor
      decimal
      currency
    }
    discountTotal {
      minor
      decimal
      currency
    }
    taxTotal {
      minor
      decimal
      currency
    }
    total {
      minor
      decimal
      currency
    }
  }
`;

/** An invoice of the endpoint as the sheet that is drawn. */
export function toPaper(invoice: InvoicePaper_InvoiceFragment, from: string): Paper {
  return { ...invoice, from, to: invoice.customer };
}
