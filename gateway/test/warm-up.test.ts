import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { createGatewayAdmission } from '../src/admission/gateway-admission.ts';
import { defaultLimits } from '../src/limits/limits.ts';
import { readManifests } from '../src/persisted/manifest.ts';
import { createFieldGates } from '../src/rights/field-gates.ts';
import { createEngine, type Engine } from '../src/supergraph/engine.ts';
import { createEngines } from '../src/supergraph/engines.ts';
import { createReload } from '../src/supergraph/reload.ts';
import { warmUp } from '../src/supergraph/warm-up.ts';

const own = (name: string) => `${import.meta.dirname}/../${name}`;
const never = () => Promise.reject(new Error('Nothing is asked while plans are made'));

const committed = readFileSync(own('supergraph.graphql'), 'utf8');

function build(supergraphSdl: string): Promise<Engine> {
  const { admissionOf } = createGatewayAdmission(defaultLimits, { countsCalls: false }, Date.now);
  return createEngine(supergraphSdl, {
    limits: defaultLimits,
    executor: 'compiled',
    dataSources: Object.fromEntries(
      ['auth', 'payments', 'accounting', 'analytics'].map((name) => [name, { process: never }]),
    ),
    compiling: { source: never, gatesOf: createFieldGates },
    admission: admissionOf(supergraphSdl),
    pluginsOf: () => [],
  });
}

it('makes the plans of all operations of the web app, for every role, in one piece and in parts', async () => {
  const engine = await build(committed);
  const operations = readManifests([own('persisted-operations.json')]);
  await expect(warmUp(engine, operations)).resolves.toBeUndefined();
  await engine.stop();
});

it('takes up another supergraph after one of which somebody could not be told', async () => {
  const engines = createEngines(await build(committed));
  let told = 0;
  const onReloaded = () => {
    told += 1;
    if (told === 1) throw new Error('could not be told');
  };
  const reload = createReload({ engines, build, operations: new Map(), onReloaded });
  const outcomes = await Promise.allSettled(
    ['# 1', '# 2'].map((note) => reload(`${note}\n${committed}`)),
  );
  await engines.stop();
  expect(outcomes).toMatchObject([{ status: 'rejected' }, { value: 'reloaded' }]);
});
