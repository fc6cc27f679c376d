import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { freePort } from '@finflow/shared/testing/free-port';
import { until } from '../src/demo/until.ts';
import { ask } from './house/ask.ts';
import {
  houseProcess,
  postgresProcess,
  runScript,
  type Script,
  untilGone,
} from './house/start-script.ts';

const withinMs = 160_000;
let folder: string;
let port: number;
const scripts: Script[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'finflow-start-'));
  port = await freePort();
});
afterAll(async () => {
  for (const script of scripts) script.process.kill('SIGKILL');
  const [house, postgres] = [houseProcess(folder), postgresProcess(folder)];
  await Promise.all([untilGone(house), untilGone(postgres)]);
  rmSync(folder, { recursive: true, force: true });
});

const run = (name: 'start' | 'reset', env: Record<string, string> = {}): Script => {
  const own = { PORT: String(port), FINFLOW_DATA: folder, FINFLOW_DEMO: 'off' };
  const script = runScript(name, { ...own, ...env });
  scripts.push(script);
  return script;
};

/** How it ended: its code and its last line. Nobody is shown where in the code it happened. */
async function refusalOf(script: Script) {
  const code = await script.ended();
  const [last = '', ...before] = script.output().trim().split('\n').toReversed();
  return { code, last, hasStack: before.some((line) => /^\s+at /.test(line)) };
}

const refusal = (last: RegExp) => ({
  code: 1,
  last: expect.stringMatching(last),
  hasStack: false,
});

const register = `mutation ($input: RegisterInput!) { register(input: $input) { __typename } }`;
const logIn = `mutation ($input: LogInInput!) { logIn(input: $input) { __typename } }`;
const login = { email: 'first@finflow.example', password: 'correct-horse-battery' };
const tell = (query: string, input: object) =>
  ask(`http://localhost:${port}/graphql`, '', query, { input });

it('says in one line that the port is taken', async () => {
  const taken = createServer().listen(0);
  await once(taken, 'listening');
  taken.unref();
  const address = taken.address();
  const wanted = typeof address === 'object' && address ? address.port : 0;
  expect(await refusalOf(run('start', { PORT: String(wanted) }))).toEqual(
    refusal(new RegExp(`Port ${wanted} can't be used.*PORT=`)),
  );
}, 60_000);

it('says in one line that the folder can not be written to', async () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  expect(await refusalOf(run('start', { FINFLOW_DATA: join(file, 'below') }))).toEqual(
    refusal(/can't be written to/),
  );
  expect(await refusalOf(run('reset'))).toEqual(refusal(/a-file.*nothing was removed/));
  rmSync(file);
}, 60_000);

it(
  'recovers from a first start that was killed while it made its database',
  async () => {
    const first = run('start');
    await until('a half-made database', () =>
      Promise.resolve(readdirSync(folder).some((name) => name.startsWith('postgres.new')) || null),
    );
    process.kill(houseProcess(folder), 'SIGKILL');
    expect(await first.ended()).toBe(1);
    const second = run('start');
    await second.says('FinFlow runs:');
    expect(readdirSync(folder).filter((name) => name.startsWith('postgres'))).toEqual(['postgres']);
    const input = { ...login, name: 'First', organizationName: 'First', baseCurrency: 'EUR' };
    expect((await tell(register, input)).data).toEqual({ register: { __typename: 'Session' } });
  },
  withinMs,
);

it('refuses a second start and a reset while it runs', async () => {
  expect(await refusalOf(run('start'))).toEqual(refusal(/FinFlow already runs on .*FINFLOW_DATA=/));
  expect(await refusalOf(run('reset'))).toEqual(refusal(/is running on this folder/));
}, 60_000);

it(
  'stops with its database when it is asked to, and keeps what was written',
  async () => {
    const running = scripts.find(({ process: { exitCode } }) => exitCode === null);
    const postgres = postgresProcess(folder);
    running?.process.kill('SIGTERM');
    expect(await running?.ended()).toBe(0);
    await untilGone(postgres);
    const again = run('start');
    await again.says('FinFlow runs:');
    expect((await tell(logIn, login)).data).toEqual({ logIn: { __typename: 'Session' } });
  },
  withinMs,
);

it(
  'ends also when its start script is killed without a word, and can be reset then',
  async () => {
    const [house, postgres] = [houseProcess(folder), postgresProcess(folder)];
    const running = scripts.find(
      ({ process: { exitCode, signalCode } }) => !exitCode && !signalCode && exitCode === null,
    );
    running?.process.kill('SIGKILL');
    await running?.ended();
    await Promise.all([untilGone(house), untilGone(postgres)]);
    const reset = run('reset');
    expect(await reset.ended()).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  },
  withinMs,
);
