import type { LocalDate } from '@finflow/shared/local-date';
import { refuse, type Refusal } from '@finflow/shared/refusal';
import { orRefuse } from '../guard-refusal.ts';
import { todayOf } from '../organization/today-of.ts';
import { inTransaction, type Room } from '../room.ts';
import { lockLedger } from './lock-ledger.ts';

/** Closes the books through a day, for good, in the name of a user or an API key; gives the day. Refuses DATE_IN_FUTURE and PERIOD_CLOSED. */
export const closePeriod = (
  through: LocalDate,
  room: Room & { readonly closedBy: string },
): Promise<LocalDate | Refusal> =>
  inTransaction(room, async (em) => {
    const { closedThrough } = await lockLedger(em);
    orRefuse(check(through, closedThrough, await todayOf({ ...room, em })));
    await em.execute(
      `insert into period_lock (organization_id, closed_through, closed_by, closed_at)
       values (?, ?, ?, ?)`,
      [room.organizationId, through, room.closedBy, room.clock.now()],
    );
    return through;
  });

function check(through: LocalDate, closedThrough: LocalDate | null, today: LocalDate) {
  if (through > today) {
    return refuse('InvalidInput', 'DATE_IN_FUTURE', 'This day is still to come.', 'input.through');
  }
  if (closedThrough === null || through > closedThrough) return null;
  const message = `The books are closed through ${closedThrough} already.`;
  return refuse('InvalidInput', 'PERIOD_CLOSED', message, 'input.through');
}
