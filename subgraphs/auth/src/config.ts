import type { KeyObject } from 'node:crypto';
import { port, readConfig, secret, url } from '@finflow/shared/config';
import { verifyKeys } from '@finflow/shared/signed-viewer';

export type AuthConfig = {
  /** The application's role: row-level security applies. */
  readonly databaseUrl: string;
  /** The owner: migrations, outbox relay, signing keys, sample companies. */
  readonly databaseOwnerUrl: string;
  /** The gateway's public key. */
  readonly gatewayVerifyKeys: readonly KeyObject[];
  /** Where browsers reach the product; cookies are Secure when it is https. */
  readonly publicUrl: string;
  /** Encrypts the private signing keys in the database. */
  readonly keyEncryptionSecret: string;
};

const postgresUrl = url(['postgres:', 'postgresql:']);

/**
 * Reads the environment of a stand-alone process.
 * @throws ConfigError with one line that names what is missing or malformed
 */
export function readAuthConfig(
  env: Record<string, string | undefined>,
): AuthConfig & { readonly port: number } {
  const read = readConfig(env, {
    AUTH_DATABASE_URL: postgresUrl,
    AUTH_DATABASE_OWNER_URL: postgresUrl,
    AUTH_PORT: port(4001),
    AUTH_KEY_ENCRYPTION_SECRET: secret(),
    GATEWAY_VERIFY_KEY: verifyKeys,
    PUBLIC_URL: url(['http:', 'https:'], 'http://localhost:4000'),
  });
  return {
    databaseUrl: read.AUTH_DATABASE_URL,
    databaseOwnerUrl: read.AUTH_DATABASE_OWNER_URL,
    port: read.AUTH_PORT,
    keyEncryptionSecret: read.AUTH_KEY_ENCRYPTION_SECRET,
    gatewayVerifyKeys: read.GATEWAY_VERIFY_KEY,
    publicUrl: read.PUBLIC_URL,
  };
}
