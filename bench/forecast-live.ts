/**
 * How long from doing something until `forecastUpdated` tells the forecast that knows of it, by kind of act; and that nothing is told
 * of what changes no forecast. As a subscriber sees it, on graphql-ws.
 *
 *   npx node bench/forecast-live.ts [ROUNDS]
 *
 * Default 5 rounds of one company; one round of 30 companies at once; rounds of one company while another, and then three others, import
 * files of 5,000 made-up invoices, each one after the other. The clock starts when the request is answered (of a card by the provider,
 * before its webhook). It stops with the first forecast that is told, and with the last before 2.5 s of silence, for some acts are booked
 * in two steps. House and subscribers share this process. Postgres with fsync off.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Company, openCompany } from '@finflow/local/main-job/company';
import { openLiveSocket } from '@finflow/local/main-job/live-socket';
import { conditions, withEmbeddedHouse } from './embedded-house.ts';
import { type Act, changes, type Desk, openDesk, others } from './forecast-live-acts.ts';
import { print, printLine, printRow, printRule } from './print.ts';
import { percentile } from './statistics.ts';

const rounds = Number(process.argv[2] ?? 5);
const manyCompanies = 30;
const silenceMs = 2500;
const patienceMs = 20_000;
const importedRows = 5000;
const beside = [
  ['another imports', 1],
  ['three others import', 3],
] as const;

const importMutation = `mutation ($file: Upload!) {
  importReceivables(input: { file: $file }) { __typename ... on Refusal { code message } } }`;

type Told = readonly { readonly atMs: number }[];
type Worker = { readonly desk: Desk; readonly told: Told };
/** Until the first forecast that is told of an act, and until the last. */
type Times = { readonly firstMs: number; readonly lastMs: number };

await withEmbeddedHouse(async ({ url, stripe: { sandbox } }) => {
  if (!sandbox) throw new Error('Without a key Stripe is the sandbox');
  print(conditions());
  const openWorker = async (): Promise<Worker> => {
    const company = await openCompany(url, 'Bench Ltd');
    const desk = await openDesk(company, sandbox);
    const socket = openLiveSocket(url, company.authorization);
    const { told } = await socket.listen('subscription { forecastUpdated { id asOf } }');
    await quiet(told);
    return { desk, told };
  };
  const one = await openWorker();
  await measure('one company', [one], rounds);
  const many: Worker[] = [];
  for (let count = 0; count < manyCompanies; count += 1) many.push(await openWorker());
  await measure(`${manyCompanies} companies at once`, many, 1);
  await noise(one);
  // A company of its own: the first one's access token has come of age by now.
  const worker = await openWorker();
  for (const [name, importers] of beside) {
    const importing: ReturnType<typeof startImports>[] = [];
    for (let count = 0; count < importers; count += 1) {
      importing.push(startImports(await openCompany(url, 'Import Ltd')));
    }
    await measure(`one company, ${name}`, [worker], rounds);
    await Promise.all(importing.map(({ stop }) => stop()));
  }
});
process.exit(0);

async function measure(name: string, workers: readonly Worker[], times: number): Promise<void> {
  const found = new Map<string, Times[]>(changes.map(({ name }) => [name, []]));
  await Promise.all(
    workers.map(async (worker) => {
      for (let round = 0; round < times; round += 1) {
        for (const act of changes) found.get(act.name)?.push(await timeOf(worker, act, round));
      }
    }),
  );
  printLine(`\n${name}\n`);
  printRow(['', 'count', 'first: p50 ms', 'p95 ms', 'max ms', 'last: p50 ms', 'p95 ms', 'max ms']);
  printRule(1, 7);
  for (const [act, values] of [...found, ['all', [...found.values()].flat()] as const]) {
    const figures = (of: keyof Times) =>
      [0.5, 0.95, 1].map((share) =>
        percentile(
          values.map((value) => value[of]),
          share,
        ).toFixed(0),
      );
    printRow([act, values.length, ...figures('firstMs'), ...figures('lastMs')]);
  }
}

/** Infinite when no forecast was told of it. */
async function timeOf(
  { desk, told }: Worker,
  { prepare, act }: Act,
  round: number,
): Promise<Times> {
  await prepare?.(desk);
  if (prepare) await quiet(told);
  const before = told.length;
  await act(desk, round);
  const doneMs = performance.now();
  await silence(told, before);
  const after = (one: Told[number] | undefined) =>
    told.length > before && one ? one.atMs - doneMs : Number.POSITIVE_INFINITY;
  return { firstMs: after(told[before]), lastMs: after(told.at(-1)) };
}

/** Waits until something was told, if it ever is, and then until nothing more is. */
async function silence(told: Told, before: number): Promise<void> {
  const endMs = performance.now() + patienceMs;
  while (told.length === before && performance.now() < endMs) await pause(20);
  await quiet(told);
}

/** Waits until nothing was told for some time. */
async function quiet(told: Told): Promise<void> {
  const begunMs = performance.now();
  while (performance.now() - Math.max(told.at(-1)?.atMs ?? 0, begunMs) < silenceMs) {
    await pause(20);
  }
}

/** Says what was told of acts that change no forecast. */
async function noise({ desk, told }: Worker): Promise<void> {
  printLine();
  for (const { name, prepare, act } of others) {
    await prepare?.(desk);
    await quiet(told);
    const before = told.length;
    await act(desk, 1);
    await pause(4000);
    printLine(`${name}: ${told.length - before} forecasts told`);
  }
}

/** One file after the other, each of other invoices. */
function startImports(company: Company) {
  let isOver = false;
  let files = 0;
  const running = (async () => {
    while (!isOver) {
      await importFile(company, files);
      files += 1;
      while (!isOver && (await openInvoices(company)) < files * (importedRows / 5)) {
        await pause(500);
      }
    }
    printLine(`\nFiles of ${importedRows} invoices begun meanwhile: ${files}`);
  })();
  return {
    stop: () => {
      isOver = true;
      return running;
    },
  };
}

async function importFile({ url, authorization }: Company, file: number): Promise<void> {
  const rows = Array.from({ length: importedRows }, (_, row) => {
    const month = String((row % 12) + 1).padStart(2, '0');
    const settled = row % 5 === 0 ? '' : `2025-${month}-25`;
    return `C${row % 100},${file}-${row},2025-${month}-01,2025-${month}-28,${row + 1}.50,${settled}`;
  });
  const head = 'customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate';
  const form = new FormData();
  form.set('operations', JSON.stringify({ query: importMutation, variables: { file: null } }));
  form.set('map', JSON.stringify({ 0: ['variables.file'] }));
  form.set('0', new File([[head, ...rows].join('\n')], 'invoices.csv', { type: 'text/csv' }));
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { authorization, 'apollo-require-preflight': 'true' },
    body: form,
  });
  const text = await response.text();
  if (!text.includes('ReceivablesImportStarted')) throw new Error(`Not imported: ${text}`);
}

async function openInvoices({ api }: Company): Promise<number> {
  type Answer = { dashboard: { openCount: number } | null };
  const { dashboard } = await api<Answer>({ query: '{ dashboard { openCount } }' });
  return dashboard?.openCount ?? 0;
}
