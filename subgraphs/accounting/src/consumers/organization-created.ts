import type { Handler } from '@finflow/shared/bus/handlers';
import type { Clock } from '@finflow/shared/clock';
import { toldTimeZone } from '@finflow/shared/events/told-time-zone';
import { openBooks } from '../organization/open-books.ts';

/** Opens the organization's books. */
export const organizationCreated =
  (clock: Clock): Handler<'organization_created'> =>
  (event, { em }) =>
    openBooks(em, { ...event.data, timeZone: toldTimeZone(event.data) }, clock);
