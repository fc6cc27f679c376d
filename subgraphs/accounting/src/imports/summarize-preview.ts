import { money } from '@finflow/shared/money';
import type { Preview } from './import-jobs.ts';

const maxSample = 20;
const maxErrors = 200;

/** What a person wants to know before an import. */
export const summarizePreview = ({ rows, errors, currency, ...plan }: Preview) => ({
  rowsTotal: plan.rowsTotal,
  rowsGood: rows.length,
  rowsRejected: plan.rejected,
  rowsKnown: plan.known,
  customers: new Set(rows.map(({ customer }) => customer)).size,
  total: money(
    rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    currency,
  ),
  sample: rows
    .slice(0, maxSample)
    .map(({ amountMinor, ...row }) => ({ ...row, amount: money(amountMinor, currency) })),
  errors: errors.slice(0, maxErrors),
});
