import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { startAccountingApp } from '@finflow/accounting/app';
import { readAccountingConfig } from '@finflow/accounting/config';
import { startAuthApp } from '@finflow/auth/app';
import { readAuthConfig } from '@finflow/auth/config';
import { busFromConfig } from '@finflow/shared/bus/bus-from-config';
import { systemClock } from '@finflow/shared/clock';
import { ConfigError } from '@finflow/shared/config';
import { isRefusal } from '@finflow/shared/refusal';
import { inRooms } from '../laptop.ts';

const usage =
  'npm run import -- receivables FILE --organization ID_OR_NAME [--good-rows-only] [--currency EUR]';

type Order = {
  readonly file: string;
  readonly organization: string;
  readonly goodRowsOnly: boolean;
  readonly currency: string | null;
};

const print = (line: string) => void process.stdout.write(`${line}\n`);

function readOrder(): Order | null {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      organization: { type: 'string' },
      'good-rows-only': { type: 'boolean', default: false },
      currency: { type: 'string' },
    },
  });
  const [what, file] = positionals;
  if (what !== 'receivables' || !file || !values.organization) return null;
  return {
    file,
    organization: values.organization,
    goodRowsOnly: values['good-rows-only'],
    currency: values.currency ?? null,
  };
}

/** Imports as the mutation does, and says how it went. True when rows were written or were there before, and none was rejected. */
async function importReceivables(
  order: Order,
  env: Record<string, string | undefined>,
): Promise<boolean> {
  const content = await readFile(order.file);
  const bus = await busFromConfig(env);
  const room = { bus, clock: systemClock };
  const auth = await startAuthApp(readAuthConfig(env), room);
  const accounting = await startAccountingApp(readAccountingConfig(env), room);
  try {
    const organization = await auth.findOrganization(order.organization);
    if (!organization) throw new ConfigError(`There is no organization ${order.organization}.`);
    let saidDone = 0;
    const outcome = await accounting.importReceivables({
      organizationId: organization.id,
      fileName: basename(order.file),
      content,
      mode: order.goodRowsOnly ? 'GOOD_ROWS_ONLY' : 'ALL_OR_NOTHING',
      currency: order.currency,
      onProgress: (done, total) => {
        if (done < total && done - saidDone < 500) return;
        saidDone = done;
        print(`  ${done} of ${total} rows`);
      },
    });
    if (isRefusal(outcome)) {
      print(`Nothing was imported. ${outcome.code}: ${outcome.message}`);
      return false;
    }
    for (const { line, column, code, message } of outcome.errors) {
      print(`  line ${line}${column ? `, ${column}` : ''}: ${code}: ${message}`);
    }
    if (outcome.failure) print(outcome.failure);
    print(
      `${outcome.status}: ${outcome.invoicesImported} imported, ${outcome.rowsSkipped} were there before, ${outcome.rowsRejected} rejected, of ${outcome.rowsTotal}.`,
    );
    return outcome.status === 'COMPLETED' && outcome.rowsRejected === 0;
  } finally {
    await accounting.close();
    await auth.close();
    await bus.close();
  }
}

try {
  const order = readOrder();
  if (order) {
    const ok = await inRooms(process.env, (env) => importReceivables(order, env));
    process.exitCode = ok ? 0 : 1;
  } else {
    print(usage);
    process.exitCode = 2;
  }
} catch (error) {
  const expected = error instanceof ConfigError || (error instanceof Error && 'code' in error);
  if (!expected) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
