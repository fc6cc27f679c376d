import { ConfigError, readConfig, url } from '@finflow/shared/config';
import { verifyLedger } from './verify-ledger.ts';

/** `npm run ledger:verify`: ends with 0 when all books are in order, 1 when something is wrong in them, 2 without a database. */
async function main(): Promise<number> {
  const { ACCOUNTING_DATABASE_OWNER_URL: ownerUrl } = readConfig(process.env, {
    ACCOUNTING_DATABASE_OWNER_URL: url(['postgres:', 'postgresql:']),
  });
  const reports = await verifyLedger(ownerUrl);
  for (const { organizationId, entries, problems } of reports) {
    const verdict = problems.length === 0 ? 'in order' : `${problems.length} problems`;
    process.stdout.write(`${organizationId}  ${entries} entries  ${verdict}\n`);
    for (const problem of problems) process.stdout.write(`  ${problem}\n`);
  }
  return reports.some(({ problems }) => problems.length > 0) ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  const line = error instanceof ConfigError ? error.message : String(error);
  process.stderr.write(`ledger:verify: ${line}\n`);
  process.exitCode = 2;
}
