import { readFileSync } from 'node:fs';
import { Schema, Supergraph } from '@apollo/federation-internals';
import { expect, it, jest } from '@jest/globals';
import { createGatewayAdmission } from '../src/admission/gateway-admission.ts';
import { defaultLimits } from '../src/limits/limits.ts';
import { readManifests } from '../src/persisted/manifest.ts';
import { createFieldGates } from '../src/rights/field-gates.ts';
import { createEngine, type Engine } from '../src/supergraph/engine.ts';
import { createEngines } from '../src/supergraph/engines.ts';
import { inTurns } from '../src/supergraph/in-turn.ts';
import { createReload } from '../src/supergraph/reload.ts';
import { warmUp } from '../src/supergraph/warm-up.ts';

const own = (name: string) => `${import.meta.dirname}/../${name}`;
const never = () => Promise.reject(new Error('Nothing is asked while plans are made'));

const committed = readFileSync(own('supergraph.graphql'), 'utf8');

function build(supergraphSdl: string, inTurn = inTurns()): Promise<Engine> {
  const { admissionOf } = createGatewayAdmission(defaultLimits, { countsCalls: false }, Date.now);
  const parts = {
    limits: defaultLimits,
    executor: 'compiled' as const,
    dataSources: Object.fromEntries(
      ['auth', 'payments', 'accounting', 'analytics'].map((name) => [name, { process: never }]),
    ),
    compiling: { source: never, gatesOf: createFieldGates },
    admission: admissionOf(supergraphSdl),
    rulesOf: () => [],
  };
  return createEngine(supergraphSdl, parts, inTurn);
}

it('makes the plans of all operations of the web app, for every role, in one piece and in parts', async () => {
  const engine = await build(committed);
  const operations = readManifests([own('persisted-operations.json')]);
  await expect(warmUp(engine, operations, inTurns())).resolves.toBeUndefined();
  await engine.stop();
});

it('makes each piece of an engine once, and lets the event loop turn before each', async () => {
  const read = jest.spyOn(Supergraph, 'build');
  const printed = jest.spyOn(Schema.prototype, 'toGraphQLJSSchema');
  let turns = 0;
  let isOver = false;
  const loop = () => {
    turns += 1;
    if (!isOver) setImmediate(loop);
  };
  loop();
  const inTurn = inTurns(undefined, 0);
  let pieces = 0;
  const engine = await build(committed, (piece) => {
    pieces += 1;
    return inTurn(piece);
  });
  isOver = true;
  expect(read).not.toHaveBeenCalled(); // Apollo's gateway finds it read.
  expect(printed).toHaveBeenCalledTimes(2); // What clients see, and the whole.
  expect(pieces).toBeGreaterThan(8);
  expect(turns).toBeGreaterThanOrEqual(pieces);
  jest.restoreAllMocks();
  await engine.stop();
});

it('begins no further piece of an engine that is not wanted any more', async () => {
  const unwanted = new AbortController();
  const inTurn = inTurns(unwanted.signal);
  let pieces = 0;
  const building = build(committed, (piece) => {
    pieces += 1;
    if (pieces === 4) unwanted.abort(new Error('not any more'));
    return inTurn(piece);
  });
  await expect(building).rejects.toThrow('not any more');
  expect(pieces).toBe(4);
});

it('takes up another supergraph after one of which somebody could not be told', async () => {
  const engines = createEngines(await build(committed));
  let told = 0;
  const onReloaded = () => {
    told += 1;
    if (told === 1) throw new Error('could not be told');
  };
  const reload = createReload({ engines, build, operations: new Map(), onReloaded });
  await expect(reload(`# 1\n${committed}`)).rejects.toThrow('could not be told');
  await expect(reload(`# 2\n${committed}`)).resolves.toBe('reloaded');
  await engines.stop();
});
