/** Every topic of the house. Its data's shape: schemas/<topic>.v1.json. */
export const topics = [
  'user_created',
  'user_deleted',
  'organization_created',
  'organization_updated',
  'organization_deleted',
  'member_changed',
  'api_key_revoked',
  'session_revoked',
  'invoice_created',
  'invoice_updated',
  'invoice_paid',
  'payment_created',
  'payment_updated',
  'payment_completed',
  'payment_failed',
  'payment_refunded',
  'payment_disputed',
  'ledger_entry_posted',
  'cashflow_forecast',
  'transaction_categorized',
  'category_threshold_changed',
  'category_model_changed',
  'anomaly_detected',
  'anomaly_reviewed',
] as const;

export type Topic = (typeof topics)[number];

export const isTopic = (text: string): text is Topic =>
  (topics as readonly string[]).includes(text);
