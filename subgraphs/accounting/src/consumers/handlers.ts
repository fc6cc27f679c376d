import type { Handlers } from '@finflow/shared/bus/handlers';
import type { Clock } from '@finflow/shared/clock';
import { organizationCreated } from './organization-created.ts';
import { organizationDeleted } from './organization-deleted.ts';
import { organizationUpdated } from './organization-updated.ts';
import { paymentCompleted } from './payment-completed.ts';
import { paymentDisputed } from './payment-disputed.ts';
import { paymentRefunded } from './payment-refunded.ts';
import { transactionCategorized } from './transaction-categorized.ts';

/** What accounting does about the events of other rooms. */
export const createHandlers = (clock: Clock): Handlers => ({
  organization_created: organizationCreated(clock),
  organization_updated: organizationUpdated,
  organization_deleted: organizationDeleted,
  payment_completed: paymentCompleted(clock),
  payment_refunded: paymentRefunded(clock),
  payment_disputed: paymentDisputed(clock),
  transaction_categorized: transactionCategorized(clock),
});
