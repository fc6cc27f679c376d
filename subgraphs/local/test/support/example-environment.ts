import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { newViewerKeys } from '@finflow/shared/signed-viewer';

const file = join(resolve(import.meta.dirname, '../../../..'), '.env.example');

/** .env.example as a user fills it in: the key pair must be a real one. */
export function exampleEnvironment(): Record<string, string> {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z_]+=/.test(line));
  const values = Object.fromEntries(
    lines.map((line): [string, string] => {
      const [name = '', ...value] = line.split('=');
      return [name, value.join('=')];
    }),
  );
  const keys = newViewerKeys();
  return { ...values, GATEWAY_SIGNING_KEY: keys.signingKey, GATEWAY_VERIFY_KEY: keys.verifyKey };
}
