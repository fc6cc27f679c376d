import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readAccountingConfig } from '@finflow/accounting/config';
import { readAnalyticsConfig } from '@finflow/analytics/config';
import { readAuthConfig } from '@finflow/auth/config';
import { readGatewayConfig } from '@finflow/gateway/config';
import { readPaymentsConfig } from '@finflow/payments/config';
import { readBusConfig } from '@finflow/shared/bus/bus-from-config';
import { ConfigError, readConfig } from '@finflow/shared/config';
import { logSettings } from '@finflow/shared/log';
import { startTracing } from '@finflow/shared/tracing/tracing';
import { provisionSettings } from '../src/provision.ts';
import { startSettings } from '../src/start-settings.ts';
import { readSandboxConfig } from '../src/stripe-sandbox/sandbox-config.ts';
import { exampleEnvironment } from './support/example-environment.ts';

type Environment = Record<string, string | undefined>;

const example = exampleEnvironment();
const withBus = (env: Environment, kind: string): Environment =>
  new Proxy(env, {
    get: (given, name: string) => (name === 'EVENT_BUS' ? kind : given[name]),
  });
const readers: readonly ((env: Environment) => unknown)[] = [
  readAuthConfig,
  readPaymentsConfig,
  readAccountingConfig,
  readAnalyticsConfig,
  readGatewayConfig,
  readBusConfig,
  (env) => readBusConfig(withBus(env, 'pg-log')),
  (env) => readBusConfig(withBus(env, 'kafka')),
  (env) => readConfig(env, provisionSettings),
  (env) => readConfig(env, startSettings),
  (env) => readConfig(env, logSettings),
  (env) => startTracing('test', env),
  readSandboxConfig,
];

/** Not read by any code of ours: compose hands these on to Postgres and to Apollo's packages. */
const handedOn = ['POSTGRES_PASSWORD', 'APOLLO_TELEMETRY_DISABLED'];
/** Any text is good for these; a folder or an address that can't be used shows when it is. */
const anyText = [
  'FINFLOW_DATA',
  'OTEL_SERVICE_NAME',
  'STRIPE_SANDBOX_HOST',
  'STRIPE_SANDBOX_DATA_FILE',
  'STRIPE_SANDBOX_PUBLISHABLE_KEY',
];

function namesRead(): Set<string> {
  const asked = new Set<string>();
  const watching = new Proxy(example, {
    get: (values, name: string) => {
      asked.add(name);
      return values[name];
    },
  });
  for (const reader of readers) reader(watching);
  return asked;
}

it('has every variable that is read in .env.example, and none that nobody reads', () => {
  expect(Object.keys(example).toSorted()).toEqual([...namesRead(), ...handedOn].toSorted());
});

it('lets compose ask for no variable that .env.example lacks', () => {
  const compose = readFileSync(
    join(resolve(import.meta.dirname, '../../..'), 'docker-compose.yml'),
    'utf8',
  );
  const named = [...compose.matchAll(/\$\{([A-Z_]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in example))).toEqual([]);
});

it.each([...namesRead()].filter((name) => !anyText.includes(name)))(
  'stops with one line when %s is malformed, and does not repeat its value',
  (name) => {
    const lines = readers.flatMap((reader) => {
      try {
        reader({ ...example, [name]: '%' });
        return [];
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        return [error.message];
      }
    });
    expect(new Set(lines).size).toBe(1);
    expect(lines[0]).toMatch(new RegExp(`^${name} is malformed: it must be [^\\n%]+$`));
  },
);

it('wants the halves of a pair of the sandbox together', () => {
  const read = () => readSandboxConfig({ STRIPE_SANDBOX_SECRET_KEY: 'sk_test_chosen' });
  expect(read).toThrow(/^STRIPE_SANDBOX_PUBLISHABLE_KEY is missing/);
});

it('listens on the loopback address alone where the sandbox is told nothing', () => {
  expect(readSandboxConfig({ STRIPE_SANDBOX_HOST: '' })).toMatchObject({ host: '127.0.0.1' });
});
