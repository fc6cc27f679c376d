import type { LocalSecrets } from './data-folder.ts';
import type { LocalDatabases } from './provision-local.ts';

/** The environment that the rooms would have as processes of their own. */
export const roomEnvironment = (
  databases: LocalDatabases,
  secrets: LocalSecrets,
  publicUrl: string,
) => ({
  PUBLIC_URL: publicUrl,
  GATEWAY_VERIFY_KEY: secrets.verifyKey,
  PAYMENT_LINK_SECRET: secrets.paymentLinkSecret,
  FILE_LINK_SECRET: secrets.fileLinkSecret,
  AUTH_KEY_ENCRYPTION_SECRET: secrets.authKeyEncryptionSecret,
  PAYMENTS_FIELD_KEY: secrets.paymentsFieldKey,
  AUTH_DATABASE_URL: databases.auth.appUrl,
  AUTH_DATABASE_OWNER_URL: databases.auth.ownerUrl,
  PAYMENTS_DATABASE_URL: databases.payments.appUrl,
  PAYMENTS_DATABASE_OWNER_URL: databases.payments.ownerUrl,
  ACCOUNTING_DATABASE_URL: databases.accounting.appUrl,
  ACCOUNTING_DATABASE_OWNER_URL: databases.accounting.ownerUrl,
  ANALYTICS_DATABASE_URL: databases.analytics.appUrl,
  ANALYTICS_DATABASE_OWNER_URL: databases.analytics.ownerUrl,
});
