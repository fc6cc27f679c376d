import type { Handlers } from '@finflow/shared/bus/handlers';
import { categoryModelChanged } from './category-model-changed.ts';
import { categoryThresholdChanged } from './category-threshold-changed.ts';
import { anomalyDetected } from './anomaly-detected.ts';
import { anomalyReviewed } from './anomaly-reviewed.ts';
import { invoiceCreated } from './invoice-created.ts';
import { invoicePaid } from './invoice-paid.ts';
import { invoiceUpdated } from './invoice-updated.ts';
import { ledgerEntryPosted } from './ledger-entry-posted.ts';
import { organizationCreated } from './organization-created.ts';
import { organizationDeleted } from './organization-deleted.ts';
import { organizationUpdated } from './organization-updated.ts';
import { transactionCategorized } from './transaction-categorized.ts';
import { paymentCompleted } from './payment-completed.ts';
import { paymentDisputed } from './payment-disputed.ts';
import { paymentFailed } from './payment-failed.ts';
import { paymentRefunded } from './payment-refunded.ts';

/** Its group on the bus. Another name would hear everything again. */
export const consumerName = 'analytics';

/** Everything that analytics listens to. The read model has no other input: decisions about categories are its own events. */
export const handlers = {
  organization_created: organizationCreated,
  organization_updated: organizationUpdated,
  organization_deleted: organizationDeleted,
  invoice_created: invoiceCreated,
  invoice_updated: invoiceUpdated,
  invoice_paid: invoicePaid,
  payment_completed: paymentCompleted,
  payment_failed: paymentFailed,
  payment_refunded: paymentRefunded,
  payment_disputed: paymentDisputed,
  ledger_entry_posted: ledgerEntryPosted,
  transaction_categorized: transactionCategorized,
  category_threshold_changed: categoryThresholdChanged,
  category_model_changed: categoryModelChanged,
  anomaly_detected: anomalyDetected,
  anomaly_reviewed: anomalyReviewed,
} satisfies Handlers;
