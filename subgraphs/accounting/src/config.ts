import type { KeyObject } from 'node:crypto';
import { port, readConfig, secret, url } from '@finflow/shared/config';
import { verifyKeys } from '@finflow/shared/signed-viewer';

const postgres = ['postgres:', 'postgresql:'];

/**
 * Reads accounting's environment variables.
 * @throws ConfigError when one is missing or malformed
 */
export function readAccountingConfig(env: Record<string, string | undefined>): AccountingConfig {
  const values = readConfig(env, {
    ACCOUNTING_DATABASE_URL: url(postgres),
    ACCOUNTING_DATABASE_OWNER_URL: url(postgres),
    ACCOUNTING_PORT: port(4003),
    GATEWAY_VERIFY_KEY: verifyKeys,
    PUBLIC_URL: url(['http:', 'https:'], 'http://localhost:4000'),
    FILE_LINK_SECRET: secret(),
  });
  return {
    databaseUrl: values.ACCOUNTING_DATABASE_URL,
    databaseOwnerUrl: values.ACCOUNTING_DATABASE_OWNER_URL,
    port: values.ACCOUNTING_PORT,
    gatewayVerifyKeys: values.GATEWAY_VERIFY_KEY,
    publicUrl: values.PUBLIC_URL.replace(/\/$/, ''),
    fileLinkSecret: values.FILE_LINK_SECRET,
  };
}

export type AccountingConfig = {
  /** The app's role. */
  readonly databaseUrl: string;
  /** The role that owns the tables: migrations, relay, removal of a sample company. */
  readonly databaseOwnerUrl: string;
  readonly port: number;
  readonly gatewayVerifyKeys: readonly KeyObject[];
  /** Where people reach the gateway, without a slash at the end. */
  readonly publicUrl: string;
  /** Signs the links to PDFs. */
  readonly fileLinkSecret: string;
};
