import type { Handler } from '@finflow/shared/bus/handlers';
import { addCash } from '../cash/cash.projection.ts';

export const ledgerEntryPosted: Handler<'ledger_entry_posted'> = (event, { em }) =>
  addCash(em, [event]);
