import { verifyLedger } from './verify-ledger.ts';

/** Verifies the books of all organizations and prints a line for each; true when all are in order. */
export async function reportLedger(
  ownerUrl: string,
  print: (line: string) => void,
): Promise<boolean> {
  const reports = await verifyLedger(ownerUrl);
  for (const { organizationId, entries, problems } of reports) {
    const verdict = problems.length === 0 ? 'in order' : `${problems.length} problems`;
    print(`${organizationId}  ${entries} entries  ${verdict}`);
    for (const problem of problems) print(`  ${problem}`);
  }
  return reports.every(({ problems }) => problems.length === 0);
}
