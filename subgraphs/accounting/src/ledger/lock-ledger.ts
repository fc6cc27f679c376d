import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { LocalDate } from '@finflow/shared/local-date';

/** The end of an organization's chain, held by this transaction. */
export type LedgerHead = {
  readonly sequence: number;
  readonly hash: string;
  readonly closedThrough: LocalDate | null;
};

/**
 * Takes the ledger of the current organization until the transaction ends. Whoever is going to post takes it before any other
 * row, so that two never wait for each other in a circle.
 * @throws Error when the organization's books are not open
 */
export async function lockLedger(em: SqlEntityManager): Promise<LedgerHead> {
  const [head] = await em.execute<LedgerHead[]>(
    `select sequence, hash, closed_through::text as "closedThrough" from lock_ledger()`,
  );
  if (!head) throw new Error('The books of this organization are not open.');
  return head;
}
