import { isLocked } from '@finflow/shared/database/lock-patience';
import { isRefusal, refuse, RefusedError, type Refusal } from '@finflow/shared/refusal';

/** What the database's own guards say no with. */
const guardState = 'FF001';

/**
 * The stable code of a guard in the database that refused a write; null for any other error.
 * Services check first: a guard speaks only when two of them race.
 */
export function guardCode(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && at.code === guardState && 'hint' in at && typeof at.hint === 'string') {
      return at.hint;
    }
    if ('constraint' in at && typeof at.constraint === 'string' && constraintCodes[at.constraint]) {
      return constraintCodes[at.constraint] ?? null;
    }
  }
  return null;
}

const constraintCodes: Readonly<Record<string, string>> = {
  invoice_never_overpaid: 'AMOUNT_EXCEEDS_DUE',
  journal_entry_organization_id_idempotency_key_unique: 'IDEMPOTENCY_KEY_REUSED',
  invoice_organization_id_issue_key_unique: 'IDEMPOTENCY_KEY_REUSED',
  settlement_organization_id_idempotency_key_unique: 'IDEMPOTENCY_KEY_REUSED',
  journal_entry_reversal_of_unique: 'ALREADY_REVERSED',
};

/** Runs a use case: what was refused inside its transaction, by us or by the database, comes out as data. */
export async function refusable<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RefusedError) return error.refusal;
    if (isLocked(error)) return booksBusy();
    const code = guardCode(error);
    if (code === null) throw error;
    return refuse('Conflict', code, 'Somebody else changed this at the same time. Look again.');
  }
}

const booksBusy = () =>
  refuse(
    'Conflict',
    'BOOKS_BUSY',
    'Your books are being written to, as by an import. Nothing was changed. Try again when that is done.',
  );

/** Hands a value on, or rolls the transaction back with the refusal. */
export function orRefuse<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new RefusedError(value);
  return value as T; // isRefusal has just ruled the other out.
}
