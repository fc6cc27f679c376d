import { backoffMs, pauseFor } from '@finflow/shared/bus/wait';
import type { Clock } from '@finflow/shared/clock';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { withDeadline } from '@finflow/shared/deadline';
import { newId } from '@finflow/shared/ids';
import { log } from '@finflow/shared/log';
import { isRefusal, refuse, RefusedError, type Refusal } from '@finflow/shared/refusal';
import type { Database, Em } from '../database.ts';
import { guardCode } from '../guard-refusal.ts';
import { baseCurrency } from '../organization/base-currency.ts';
import { todayOf } from '../organization/today-of.ts';
import { holdImport } from './fail-interrupted-imports.ts';
import { parseReceivables, type ParsedFile } from './parse-receivables.ts';
import { planImport, type ImportPlan } from './plan-import.ts';
import { ReceivablesImport, type ImportMode } from './receivables-import.entity.ts';
import { writeImport } from './write-import.ts';

export type ImportRequest = {
  readonly organizationId: string;
  readonly fileName: string;
  readonly content: Buffer;
  readonly mode: ImportMode;
  /** Without it: the base currency. */
  readonly currency?: string | null | undefined;
  /** Called after each piece that was written (not yet committed). */
  readonly onProgress?: (rowsDone: number, rowsTotal: number) => void;
};

/** How an import ended. */
export type ImportOutcome = Pick<
  ReceivablesImport,
  | 'id'
  | 'status'
  | 'rowsTotal'
  | 'invoicesImported'
  | 'rowsSkipped'
  | 'rowsRejected'
  | 'errors'
  | 'failure'
>;

export type Preview = ImportPlan & { readonly currency: string };

/** Imports of this process: each goes on by itself once it was started. */
export type ImportJobs = {
  /** What an import would do; writes nothing. Refuses as parseReceivables, and CURRENCY_NOT_SUPPORTED. */
  preview(request: Omit<ImportRequest, 'mode'>): Promise<Preview | Refusal>;
  /** Starts an import and gives its id at once. Refuses as preview, and IMPORT_RUNNING. */
  start(request: ImportRequest): Promise<string | Refusal>;
  /** Imports, and comes back when it is done. Refuses as start. */
  run(request: ImportRequest): Promise<ImportOutcome | Refusal>;
  /** Waits for what is running; a failure that can't be noted by then is noted at the next start. */
  close(): Promise<void>;
};

const maxErrors = 200;
const noteAgain = { firstMs: 100, capMs: 5_000 };

export function createImportJobs({
  database,
  clock,
}: {
  readonly database: Database;
  readonly clock: Clock;
}): ImportJobs {
  const running = new Set<Promise<void>>();
  const closing = new AbortController();
  const room = { database, clock, signal: closing.signal };

  const begin = (request: ImportRequest) =>
    inOrganization(request.organizationId, async () => {
      const file = await readFile(request, room);
      if (isRefusal(file)) return file;
      const id = await insertImport(request, file, room);
      if (isRefusal(id)) return id;
      const job = { ...request, ...file, id };
      // It goes on after the answer, whose deadline is not its own.
      const carriedOut = withDeadline(null, () => carryOut(job, room));
      const done = carriedOut.finally(() => running.delete(done));
      running.add(done);
      return { id, done };
    });

  return {
    preview: (request) =>
      inOrganization(request.organizationId, async () => {
        const file = await readFile(request, room);
        if (isRefusal(file)) return file;
        const plan = await planImport(database.em.fork(), file.file);
        return { ...plan, currency: file.currency };
      }),
    start: async (request) => {
      const begun = await begin(request);
      return isRefusal(begun) ? begun : begun.id;
    },
    run: async (request) => {
      const begun = await begin(request);
      if (isRefusal(begun)) return begun;
      await begun.done;
      return inOrganization(request.organizationId, () =>
        database.em.fork().findOneOrFail(ReceivablesImport, { id: begun.id }),
      );
    },
    close: async () => {
      closing.abort();
      await Promise.all(running);
    },
  };
}

type Parts = { readonly database: Database; readonly clock: Clock };
type JobRoom = Parts & { readonly signal: AbortSignal };
type Job = ImportRequest & {
  readonly id: string;
  readonly file: ParsedFile;
  readonly currency: string;
};

async function readFile(request: Omit<ImportRequest, 'mode'>, { database, clock }: Parts) {
  const { organizationId, content } = request;
  const room = { em: database.em.fork(), organizationId, clock };
  const currency = await baseCurrency(room);
  if (request.currency && request.currency !== currency) {
    const message = `Invoices are in ${currency}, the currency of your books.`;
    return refuse('InvalidInput', 'CURRENCY_NOT_SUPPORTED', message, 'input.currency');
  }
  const file = await parseReceivables(content, { currency, today: await todayOf(room) });
  return isRefusal(file) ? file : { file, currency };
}

/** The database lets one import run at a time for each organization. */
async function insertImport(
  { organizationId, fileName, mode }: ImportRequest,
  { file, currency }: { readonly file: ParsedFile; readonly currency: string },
  { database, clock }: Parts,
): Promise<string | Refusal> {
  const id = newId();
  const inserted = await database.em.fork().execute<unknown[]>(
    `insert into receivables_import
       (id, organization_id, file_name, mode, currency, status, rows_total, errors, started_at)
     values (?, ?, ?, ?, ?, 'RUNNING', ?, '[]', ?)
     on conflict (organization_id) where status = 'RUNNING' do nothing returning id`,
    [id, organizationId, cleanName(fileName), mode, currency, file.rowsTotal, clock.now()],
  );
  if (inserted.length > 0) return id;
  const message = 'Another import is running. Wait until it is done.';
  return refuse('Conflict', 'IMPORT_RUNNING', message, null);
}

const cleanName = (name: string) =>
  name.replaceAll('\u0000', '').toWellFormed().slice(0, 255) || 'file.csv';

/**
 * All or nothing happens in one transaction, and with it that it is done: a server that stops right after it must not be said to have
 * written nothing. Progress and failure are written by another connection: it shows meanwhile, they stay when all else is undone.
 */
async function carryOut(job: Job, { database, clock, signal }: JobRoom): Promise<void> {
  const { id } = job;
  const note = (fields: Partial<ReceivablesImport>) =>
    database.em.fork().nativeUpdate(ReceivablesImport, { id }, fields);
  try {
    await database.em.fork().transactional(async (em) => {
      const counts = await write(em, job, note, clock);
      await em.nativeUpdate(ReceivablesImport, { id }, { ...counts, finishedAt: clock.now() });
    });
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === null) log.error('import failed', { importId: id, error });
    const failure = reason ?? 'A fault on our side. Nothing was written.';
    const failed = { status: 'FAILED' as const, failure, rowsDone: 0, finishedAt: clock.now() };
    // Only where it still runs: of a connection that broke at the commit nobody knows whether it was written.
    const noteFailure = () =>
      database.em.fork().nativeUpdate(ReceivablesImport, { id, status: 'RUNNING' }, failed);
    await untilNoted(id, noteFailure, signal);
  }
}

/** The database may be away, which is why it failed; until it is noted, the organization can't import again. */
async function untilNoted(
  importId: string,
  noteFailure: () => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await noteFailure();
      return;
    } catch (error) {
      log.error('a failed import could not be noted', { importId, attempt, error });
      if (signal.aborted) return; // It is found RUNNING at the next start.
      await pauseFor(backoffMs(attempt, noteAgain), signal);
    }
  }
}

type Note = (fields: Partial<ReceivablesImport>) => Promise<unknown>;

async function write(em: Em, job: Job, note: Note, clock: Clock) {
  const { id, file, currency, mode, organizationId } = job;
  await holdImport(em, id);
  const plan = await planImport(em, file);
  const counts = {
    rowsSkipped: plan.known,
    rowsRejected: plan.rejected,
    errors: plan.errors.slice(0, maxErrors),
  };
  if (mode === 'ALL_OR_NOTHING' && plan.rejected > 0) {
    const failure = `${plan.rejected} of ${plan.rowsTotal} rows are wrong. Nothing was written.`;
    return { ...counts, status: 'FAILED' as const, failure };
  }
  const onProgress = async (written: number) => {
    const rowsDone = plan.known + plan.rejected + written;
    await note({ rowsDone });
    job.onProgress?.(rowsDone, plan.rowsTotal);
  };
  const target = { importId: id, currency, rows: plan.rows, onProgress };
  await writeImport(em, target, { organizationId, clock });
  return {
    ...counts,
    status: 'COMPLETED' as const,
    invoicesImported: plan.rows.length,
    rowsDone: plan.rowsTotal,
  };
}

/** What stopped it, when that was a refusal and no fault. */
function reasonOf(error: unknown): string | null {
  if (error instanceof RefusedError) return error.refusal.message;
  const code = guardCode(error);
  return code && `The books refused it (${code}). Nothing was written.`;
}
