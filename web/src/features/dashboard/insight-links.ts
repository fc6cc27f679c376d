import { addressOf } from '../../lib/url-state.ts';
import { unreachable } from '../../lib/unreachable.ts';
import type { InsightsQuery } from './InsightsPanel.generated.ts';

export type Insight = InsightsQuery['insights'][number];

type Action = { readonly label: string; readonly to: string };

/** The list in which an insight's numbers stand. */
export function evidencePath({ kind, evidence }: Insight, accountId: string): string {
  const { from, to, customer } = evidence;
  switch (kind) {
    case 'SHORT_RUNWAY':
      return addressOf('/ledger/entries', { from, to });
    case 'SPENDING_UP':
      return addressOf('/ledger/entries', { account: accountId, from, to });
    case 'SALES_CHANGED':
      return addressOf('/invoices', { from, to });
    case 'LATE_PAYER':
      return addressOf('/invoices', { customer: customer?.id ?? '', overdue: true });
    case 'LARGE_CUSTOMER':
      return addressOf('/invoices', { customer: customer?.id ?? '', from, to });
    case 'SLOWER_PAYMENTS':
      return '/receivables';
    case 'UNCATEGORIZED':
      return '/categorize';
    default:
      return unreachable(kind);
  }
}

/** What its link says. */
export function evidenceText({ kind, evidence: { customer } }: Insight): string {
  switch (kind) {
    case 'SHORT_RUNWAY':
    case 'SPENDING_UP':
      return 'See the entries';
    case 'SALES_CHANGED':
      return 'See the invoices';
    case 'LATE_PAYER':
    case 'LARGE_CUSTOMER':
      return customer ? `See the invoices of ${customer.name}` : 'See the invoices';
    case 'SLOWER_PAYMENTS':
      return 'See what is owed';
    case 'UNCATEGORIZED':
      return 'See the expenses';
    default:
      return unreachable(kind);
  }
}

/** The one thing to do about it. */
export function actionOf({ kind, evidence: { customer } }: Insight): Action {
  switch (kind) {
    case 'SHORT_RUNWAY':
    case 'LARGE_CUSTOMER':
      return { label: 'Try out what if', to: '/cash-flow' };
    case 'SALES_CHANGED':
    case 'SPENDING_UP':
      return { label: 'Look ahead', to: '/cash-flow' };
    case 'LATE_PAYER':
      return customer?.email
        ? { label: `Write to ${customer.name}`, to: `mailto:${customer.email}` }
        : { label: 'Open your customers', to: '/customers' };
    case 'SLOWER_PAYMENTS':
      return { label: 'See who is late', to: '/invoices?overdue=yes' };
    case 'UNCATEGORIZED':
      return { label: 'Say what they were for', to: '/categorize' };
    default:
      return unreachable(kind);
  }
}
