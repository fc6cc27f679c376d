/**
 * What federation in process costs beside the same resolvers in one monolithic Apollo Server (bench/monolith):
 *
 *   node bench/federation-overhead.ts [rounds] [seconds]
 *
 * Two questions over HTTP: the web app's dashboard, which one room answers, and a list of payments with invoice, customer and journal entries,
 * which two rooms answer in turns. Both servers run in this process on the same house with the sample company and write the same log lines to
 * nowhere; a second process asks. Rounds alternate between the two, so that what else the machine does hits both. Answers are compared first.
 */
import { print } from './print.ts';
import { Writable } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { ensureDemoCompany } from '@finflow/local/demo-company';
import { log } from '@finflow/shared/log';
import winston from 'winston';
import { applyLoad, type Counted, type Load } from './apply-load.ts';
import { post, signIn } from './ask.ts';
import { conditions, withEmbeddedHouse } from './embedded-house.ts';
import { startMonolith } from './monolith/monolith.ts';
import { median } from './statistics.ts';
import { dashboardQuery } from './web-query.ts';

const [rounds = 5, seconds = 5] = process.argv.slice(2).map(Number);
const connections = [1, 8];

const paymentsQuery = `query Payments {
  payments(first: 20) {
    totalCount
    edges { cursor node {
      id status createdAt amount { minor currency decimal }
      invoice { id number status total { minor currency decimal } customer { id name } }
      journalEntries { id kind postings { amount { minor currency decimal } account { id name } } }
    } }
  }
}`;

type Server = { readonly name: 'gateway' | 'monolith'; readonly url: string };
type Round = Counted & { readonly cpuMsPerRequest: number };

await withEmbeddedHouse(async (house) => {
  // What is written is formatted as in production, and thrown away.
  log
    .clear()
    .add(
      new winston.transports.Stream({ stream: new Writable({ write: (_c, _e, done) => done() }) }),
    );
  await ensureDemoCompany(house, () => undefined);
  const monolith = await startMonolith(house);
  const servers: readonly Server[] = [
    { name: 'gateway', url: `${house.url}/graphql` },
    { name: 'monolith', url: monolith.url },
  ];
  const tokens: string[] = [];
  for (let at = 0; at < Math.max(...connections); at += 1)
    tokens.push(await signIn(`${house.url}/graphql`));
  print({ ...conditions(), rounds, seconds });
  for (const [question, query] of Object.entries({
    dashboard: await dashboardQuery(),
    payments: paymentsQuery,
  })) {
    const [first, second] = await Promise.all(
      servers.map(({ url }) => post(url, { query }, tokens[0])),
    );
    if (!isDeepStrictEqual(JSON.parse(first ?? ''), JSON.parse(second ?? ''))) {
      throw new Error(
        `Gateway and monolith differ:\n${first?.slice(0, 2_000)}\n${second?.slice(0, 2_000)}`,
      );
    }
    for (const count of connections) {
      const load = { body: { query }, tokens: tokens.slice(0, count), seconds };
      print({
        question,
        answerBytes: first?.length,
        connections: count,
        ...(await compare(servers, load)),
      });
    }
  }
  await monolith.close();
});

/** Medians of alternating rounds after one that warms up. */
async function compare(servers: readonly Server[], load: Omit<Load, 'url'>) {
  const measured = new Map<string, Round[]>(servers.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, url } of round % 2 === 0 ? servers : servers.toReversed()) {
      const result = await fire({ ...load, url });
      if (round > 0) measured.get(name)?.push(result);
    }
  }
  const medians = Object.fromEntries(
    [...measured].map(([name, results]) => [
      name,
      {
        requestsPerSecond: median(results.map(({ requestsPerSecond }) => requestsPerSecond)),
        cpuMsPerRequest: median(results.map(({ cpuMsPerRequest }) => cpuMsPerRequest)),
        p50Ms: median(results.map(({ p50Ms }) => p50Ms)),
        p99Ms: median(results.map(({ p99Ms }) => p99Ms)),
      },
    ]),
  );
  const { gateway, monolith } = medians;
  if (!gateway || !monolith) throw new Error('Both were measured');
  return {
    ...medians,
    cpuRatio: gateway.cpuMsPerRequest / monolith.cpuMsPerRequest,
    requestsRatio: gateway.requestsPerSecond / monolith.requestsPerSecond,
  };
}

async function fire(load: Load): Promise<Round> {
  const before = process.cpuUsage();
  const counted = await applyLoad(load);
  const { user, system } = process.cpuUsage(before);
  return { ...counted, cpuMsPerRequest: (user + system) / 1_000 / counted.answered };
}
