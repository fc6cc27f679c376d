/**
 * How many dashboards a second the endpoint answers, over HTTP, on the whole house in one process with the sample company in it:
 *
 *   node bench/dashboard-rps.ts
 *
 * The query is the web app's own. autocannon asks from a process of its own, on the same machine, by 1 connection and then by 20.
 */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { demoLogin, ensureDemoCompany } from '@finflow/local/demo-company';
import { conditions, print, withEmbeddedHouse } from './embedded-house.ts';
import { dashboardQuery } from './web-query.ts';

const seconds = 10;
const root = resolve(import.meta.dirname, '..');

async function signIn(url: string): Promise<string> {
  const query = `mutation ($input: LogInInput!) { logIn(input: $input) { ... on Session { accessToken } } }`;
  const answer = await post(url, { query, variables: { input: demoLogin } });
  const token = /"accessToken":"([^"]+)"/.exec(answer)?.[1];
  if (token === undefined) throw new Error(`No sign-in: ${answer}`);
  return `Bearer ${token}`;
}

async function post(url: string, body: object, authorization = ''): Promise<string> {
  const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.text();
}

type Report = {
  readonly requests: { readonly average: number; readonly total: number };
  readonly latency: { readonly p50: number; readonly p99: number };
  readonly non2xx: number;
  readonly errors: number;
};

async function fire(url: string, body: object, load: { token: string; connections: number }) {
  const cannon = resolve(root, 'node_modules/autocannon/autocannon.js');
  const args = [
    '-c',
    String(load.connections),
    '-d',
    String(seconds),
    '-m',
    'POST',
    '--json',
    '-n',
  ];
  const headers = ['-H', 'content-type=application/json', '-H', `authorization=${load.token}`];
  const command = [cannon, ...args, ...headers, '-b', JSON.stringify(body), url];
  const { stdout } = await promisify(execFile)(process.execPath, command);
  const { requests, latency, non2xx, errors } = JSON.parse(stdout) as Report;
  if (non2xx + errors > 0) throw new Error(`${non2xx} refused, ${errors} failed`);
  return {
    connections: load.connections,
    requestsPerSecond: Math.round(requests.average),
    p50Ms: latency.p50,
    p99Ms: latency.p99,
    answered: requests.total,
  };
}

await withEmbeddedHouse(async (house) => {
  await ensureDemoCompany(house, () => undefined);
  const url = `${house.url}/graphql`;
  const body = { query: await dashboardQuery() };
  const token = await signIn(url);
  const first = await post(url, body, token);
  if (first.includes('"errors"') || !first.includes('"months"')) throw new Error(first);
  print({ ...conditions(), answerBytes: first.length });
  await fire(url, body, { token, connections: 1 }); // warms up
  for (const connections of [1, 20]) print(await fire(url, body, { token, connections }));
});
