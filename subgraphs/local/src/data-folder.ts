import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { ConfigError } from '@finflow/shared/config';
import { newViewerKeys } from '@finflow/shared/signed-viewer';

/** Secrets of one laptop's FinFlow: made at the first start and kept, so that links and tokens outlive a restart. */
export type LocalSecrets = {
  readonly postgresPassword: string;
  readonly signingKey: string;
  readonly verifyKey: string;
  readonly paymentLinkSecret: string;
  readonly fileLinkSecret: string;
  readonly authKeyEncryptionSecret: string;
  readonly paymentsFieldKey: string;
  readonly stripeWebhookSecret: string;
};

/** Reads the folder's secrets, or makes them. Readable by the owner alone. */
export function localSecrets(folder: string): LocalSecrets {
  const file = join(folder, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as LocalSecrets;
  const secrets = newLocalSecrets();
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

/** A set of secrets that nobody else has. */
export function newLocalSecrets(): LocalSecrets {
  const secret = () => randomBytes(32).toString('base64url');
  return {
    postgresPassword: secret(),
    ...newViewerKeys(),
    paymentLinkSecret: secret(),
    fileLinkSecret: secret(),
    authKeyEncryptionSecret: secret(),
    paymentsFieldKey: `k1:${randomBytes(32).toString('base64')}`,
    stripeWebhookSecret: `whsec_${secret()}`,
  };
}

/**
 * Takes the folder for this process, so that two starts never share one database.
 * @returns gives it back
 * @throws ConfigError when another process runs on it
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'lock');
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (holder > 0 && holder !== process.pid && isAlive(holder)) {
    throw new ConfigError(
      `FinFlow already runs on ${folder} (process ${holder}). For a second copy: FINFLOW_DATA=.finflow-2 PORT=4100 npm start`,
    );
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // No such process: its lock is stale.
  }
}
