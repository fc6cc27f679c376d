import type { KeyObject } from 'node:crypto';
import { port, readConfig, url } from '@finflow/shared/config';
import { verifyKeys } from '@finflow/shared/signed-viewer';

export type AnalyticsConfig = {
  /** The application's role: row-level security applies to it. */
  readonly databaseUrl: string;
  /** The role that owns the tables: migrations, the outbox relay, finding work across organizations. */
  readonly databaseOwnerUrl: string;
  /** The gateway's public key. */
  readonly gatewayVerifyKeys: readonly KeyObject[];
};

/**
 * Reads the process's configuration.
 * @throws ConfigError naming the first variable that is missing or malformed
 */
export function readAnalyticsConfig(
  env: Record<string, string | undefined>,
): AnalyticsConfig & { readonly port: number } {
  const postgres = url(['postgres:', 'postgresql:']);
  const values = readConfig(env, {
    ANALYTICS_DATABASE_URL: postgres,
    ANALYTICS_DATABASE_OWNER_URL: postgres,
    ANALYTICS_PORT: port(4004),
    GATEWAY_VERIFY_KEY: verifyKeys,
  });
  return {
    databaseUrl: values.ANALYTICS_DATABASE_URL,
    databaseOwnerUrl: values.ANALYTICS_DATABASE_OWNER_URL,
    port: values.ANALYTICS_PORT,
    gatewayVerifyKeys: values.GATEWAY_VERIFY_KEY,
  };
}
