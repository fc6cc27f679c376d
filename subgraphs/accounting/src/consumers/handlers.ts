import type { Handlers } from '@finflow/shared/bus/handlers';
import type { Clock } from '@finflow/shared/clock';
import type { Database } from '../database.ts';
import { organizationCreated } from './organization-created.ts';
import { organizationDeleted } from './organization-deleted.ts';
import { paymentCompleted } from './payment-completed.ts';
import { paymentDisputed } from './payment-disputed.ts';
import { paymentRefunded } from './payment-refunded.ts';

/** What accounting does about the events of other rooms. */
export const createHandlers = (room: {
  readonly clock: Clock;
  readonly owner: Database;
}): Handlers => ({
  organization_created: organizationCreated(room.clock),
  organization_deleted: organizationDeleted(room.owner),
  payment_completed: paymentCompleted(room.clock),
  payment_refunded: paymentRefunded(room.clock),
  payment_disputed: paymentDisputed(room.clock),
});
