import { readAccountingConfig } from '@finflow/accounting/config';
import { reportLedger } from '@finflow/accounting/ledger/report-ledger';
import { ConfigError } from '@finflow/shared/config';
import { inRooms } from '../laptop.ts';

/** `npm run ledger:verify`: ends with 0 when all books are in order, 1 when something is wrong in them, 2 without books. */
const print = (line: string) => void process.stdout.write(`${line}\n`);

try {
  const isInOrder = await inRooms(process.env, (env) =>
    reportLedger(readAccountingConfig(env).databaseOwnerUrl, print),
  );
  process.exitCode = isInOrder ? 0 : 1;
} catch (error) {
  const expected = error instanceof ConfigError || (error instanceof Error && 'code' in error);
  if (!expected) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
