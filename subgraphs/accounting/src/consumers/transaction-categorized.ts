import type { Handler } from '@finflow/shared/bus/handlers';
import type { Clock } from '@finflow/shared/clock';
import { log } from '@finflow/shared/log';
import { reclassifyExpense } from '../ledger/reclassify-expense.ts';
import { bookingDate, lockLedgerOrWait } from './find-payable.ts';
import { organizationOfEvent } from './organization-of-event.ts';

/** Books what analytics found out about an expense, where nobody has coded it. */
export const transactionCategorized =
  (clock: Clock): Handler<'transaction_categorized'> =>
  async (event, { em }) => {
    const { transactionId: entryId, accountCode, revision } = event.data;
    const organizationId = organizationOfEvent(event);
    const head = await lockLedgerOrWait(em);
    const outcome = await reclassifyExpense(
      em,
      { entryId, accountCode, revision },
      { organizationId, clock, bookOn: (date) => bookingDate(date, head) },
    );
    log.info('expense categorized', { entryId, revision, outcome });
  };
