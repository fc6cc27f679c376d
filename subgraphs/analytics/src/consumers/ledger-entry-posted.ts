import type { Handler } from '@finflow/shared/bus/handlers';
import { addObservation } from '../anomaly/observation.projection.ts';
import { addToAccounts } from '../account/account.projection.ts';
import { addCashItems } from '../cash/cash-item.projection.ts';
import { addCash } from '../cash/cash.projection.ts';
import { requestForecast } from '../forecast/forecast-request.ts';
import { addTransactions } from '../transaction/transaction.projection.ts';

export const ledgerEntryPosted: Handler<'ledger_entry_posted'> = async (event, { em }) => {
  await requestForecast(em, [event]);
  await addCash(em, [event]);
  await addCashItems(em, [event]);
  await addToAccounts(em, [event]);
  await addTransactions(em, [event]);
  await addObservation(em, event);
};
