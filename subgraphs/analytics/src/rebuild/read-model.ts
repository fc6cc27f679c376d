/** Tables that hold nothing but what the log says. A rebuild empties them, and the log fills them again. */
export const readModel = [
  'organization',
  'cash_entry',
  'cash_day',
  'cash_item',
  'account_entry',
  'account_day',
  'receivable',
  'transaction',
  'transaction_reversal',
  'category_decision',
  'category_settings',
  'category_model_change',
  'observation',
  'anomaly',
  'anomaly_review',
] as const;

/**
 * Tables that are made from the read model, by the model of the day. A rebuild empties them, and the rooms that keep them make them
 * again once analytics runs: what they say may differ where the model is a newer one.
 */
export const madeAgain = ['category_suggestion'] as const;

/**
 * Tables that a rebuild leaves as they are: they say what was said at a time, or what is still to be done.
 * - forecast: what was forecast then is compared with what came; the log has no copy of it
 * - category_model: weights as training found them then; the log says which of them is used
 * - category_training_failure: when the next try is due
 * - forecast_request, suggestion_request, screening_request: work that waits; once more than needed does no harm
 */
export const kept = [
  'forecast',
  'category_model',
  'category_training_failure',
  'forecast_request',
  'suggestion_request',
  'screening_request',
] as const;
