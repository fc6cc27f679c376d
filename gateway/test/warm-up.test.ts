import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { createGatewayAdmission } from '../src/admission/gateway-admission.ts';
import { defaultLimits } from '../src/limits/limits.ts';
import { readManifests } from '../src/persisted/manifest.ts';
import { createFieldGates } from '../src/rights/field-gates.ts';
import { createEngine } from '../src/supergraph/engine.ts';
import { warmUp } from '../src/supergraph/warm-up.ts';

const own = (name: string) => `${import.meta.dirname}/../${name}`;
const never = () => Promise.reject(new Error('Nothing is asked while plans are made'));

it('makes the plans of all operations of the web app, for every role, in one piece and in parts', async () => {
  const supergraphSdl = readFileSync(own('supergraph.graphql'), 'utf8');
  const { admissionOf } = createGatewayAdmission(defaultLimits, { countsCalls: false }, Date.now);
  const engine = await createEngine(supergraphSdl, {
    limits: defaultLimits,
    executor: 'compiled',
    dataSources: Object.fromEntries(
      ['auth', 'payments', 'accounting', 'analytics'].map((name) => [name, { process: never }]),
    ),
    compiling: { source: never, gatesOf: createFieldGates },
    admission: admissionOf(supergraphSdl),
    pluginsOf: () => [],
  });
  const operations = readManifests([own('persisted-operations.json')]);
  await expect(warmUp(engine, operations)).resolves.toBeUndefined();
  await engine.stop();
});
