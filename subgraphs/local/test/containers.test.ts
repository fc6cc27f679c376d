import { expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readAccountingConfig } from '@finflow/accounting/config';
import { readAnalyticsConfig } from '@finflow/analytics/config';
import { readAuthConfig } from '@finflow/auth/config';
import { readGatewayConfig } from '@finflow/gateway/config';
import { readPaymentsConfig } from '@finflow/payments/config';
import { readBusConfig } from '@finflow/shared/bus/bus-from-config';
import { readConfig } from '@finflow/shared/config';
import { parse } from 'yaml';
import { provisionSettings } from '../src/provision.ts';
import { exampleEnvironment } from './support/example-environment.ts';

type Environment = Record<string, string | undefined>;
type Service = {
  readonly image?: string;
  readonly user?: string;
  readonly build?: { readonly dockerfile: string; readonly args?: Record<string, string> };
  readonly environment?: Record<string, string | number>;
  readonly healthcheck?: { readonly test: readonly string[] };
};

const root = resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
};
const example = exampleEnvironment();
const readers: Record<string, (env: Environment) => unknown> = {
  auth: (env) => [readAuthConfig(env), readBusConfig(env)],
  payments: (env) => [readPaymentsConfig(env), readBusConfig(env)],
  accounting: (env) => [readAccountingConfig(env), readBusConfig(env)],
  analytics: (env) => [readAnalyticsConfig(env), readBusConfig(env)],
  gateway: (env) => [readGatewayConfig(env), readBusConfig(env)],
  provision: (env) => readConfig(env, provisionSettings),
};

/** What compose makes of ${NAME}, ${NAME:-fallback} and ${NAME:?must}. */
const interpolate = (text: string): string =>
  text.replace(
    /\$\{([A-Z_]+)(?::([-?])([^}]*))?\}/g,
    (_all, name: string, kind?: string, rest?: string) => {
      const value = example[name];
      if (value) return value;
      if (kind === '-') return rest ?? '';
      throw new Error(`${name} is not in .env.example`);
    },
  );

const environmentOf = (service: Service | undefined): Environment =>
  Object.fromEntries(
    Object.entries(service?.environment ?? {}).map(([name, value]) => [
      name,
      interpolate(String(value)),
    ]),
  );

it.each(Object.keys(readers))('compose gives %s every variable that its code requires', (name) => {
  expect(() => readers[name]?.(environmentOf(compose.services[name]))).not.toThrow();
});

it('hands on to the gateway whatever .env can say about it', () => {
  const asked: string[] = [];
  const watching = new Proxy(environmentOf(compose.services['gateway']), {
    get: (values, name: string) => {
      asked.push(name);
      return values[name];
    },
  });
  readGatewayConfig(watching);
  // Files of the image, and a web app and a card form that others serve.
  const isElsewhere = /_FILES?$|^WEB_ROOT$|^STRIPE_ELEMENTS_URL$/;
  const given = compose.services['gateway']?.environment ?? {};
  expect(asked.filter((name) => !(name in given) && !isElsewhere.test(name))).toEqual([]);
});

it.each(Object.keys(readers))(
  'without one of its required variables %s would not start',
  (name) => {
    const env = environmentOf(compose.services[name]);
    const required = Object.keys(env).filter((key) => {
      try {
        readers[name]?.({ ...env, [key]: undefined });
        return false;
      } catch {
        return true; // The reader's refusal is what is asked for here.
      }
    });
    expect(required.length).toBeGreaterThan(0);
  },
);

it('builds every image from a Dockerfile of two stages that ends as an unprivileged user', () => {
  const built = Object.values(compose.services).flatMap(({ build }) =>
    build ? [build.dockerfile] : [],
  );
  expect(new Set(built)).toEqual(
    new Set(['gateway/Dockerfile', 'subgraphs/Dockerfile', 'web/Dockerfile']),
  );
  for (const file of new Set(built)) {
    const lines = read(file).split('\n');
    expect(lines.filter((line) => line.startsWith('FROM ')).length).toBe(2);
    expect(lines.findLast((line) => line.startsWith('USER '))).not.toBe('USER root');
    const copied = lines.flatMap(
      (line) => /^COPY (?!--from)(?:--chown=\S+ )?(\S+) /.exec(line)?.[1] ?? [],
    );
    for (const path of copied.filter((p) => !p.includes('$')))
      expect(existsSync(join(root, path))).toBe(true);
  }
});

it('watches the health of every lasting service, and opens one port to the host', () => {
  const lasting = Object.entries(compose.services).filter(([name]) => name !== 'provision');
  expect(lasting.filter(([, { healthcheck }]) => !healthcheck).map(([name]) => name)).toEqual([]);
  expect(lasting.filter(([, service]) => 'ports' in service).map(([name]) => name)).toEqual([
    'web',
  ]);
  expect(compose.services['kafka']?.image).toMatch(/^apache\/kafka:4\./);
  expect(compose.services['postgres']?.image).toBe('postgres:18');
});
