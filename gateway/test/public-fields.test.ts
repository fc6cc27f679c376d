import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { buildSchema } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { Supergraph } from '@apollo/federation-internals';
import { executableSupergraph } from '../src/supergraph/executable-supergraph.ts';
import { probe } from '../src/testing/probe.ts';
import { probeOperations } from '../src/testing/probe-operations.ts';
import { allFields, publicFields, read } from '../src/testing/public-fields.ts';
import { schemas } from './world/schemas.ts';
import { ask, startWorld } from './world/world.ts';

const root = resolve(import.meta.dirname, '../..');
const text = (path: string) => readFileSync(resolve(root, path), 'utf8');
const config = parseYaml(text('supergraph.yaml')) as {
  subgraphs: Record<string, { schema: { file: string } }>;
};
const subgraphs = Object.fromEntries(
  Object.entries(config.subgraphs).map(([name, { schema }]) => [name, text(schema.file)]),
);
const written = text('gateway/public-fields.txt')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

describe('nobody reads what he should not', () => {
  it('lets anybody read only what stands on the written list', () => {
    expect(publicFields(subgraphs)).toEqual(written);
  });

  it('knows the owner of every field of the composed supergraph, so that none escapes the rule', () => {
    const supergraph = Supergraph.build(executableSupergraph(text('gateway/supergraph.graphql')));
    const owned = new Set(Object.values(subgraphs).flatMap((sdl) => allFields(read(sdl))));
    const composed = allFields(supergraph.apiSchema().toGraphQLJSSchema());
    expect(composed.filter((field) => !owned.has(field))).toEqual([]);
    expect(composed.length).toBeGreaterThan(100);
  });

  it('finds a field that somebody opens, and one of a type that is public', () => {
    const opened = `directive @public on FIELD_DEFINITION | OBJECT
      type Query { ledger: String @public accounts: String }
      type Row @public { a: Int b: Int @authenticated }`;
    expect(publicFields({ opened })).toEqual(['Query.ledger', 'Row.a']);
  });
});

describe('the probe', () => {
  const schema = buildSchema(text('web/schema.graphql'));

  it('asks for most of the real schema', () => {
    const asked = probeOperations(schema, 'query', { id: newId() }).join(' ');
    const fields = allFields(schema).filter((field) => !/^(?:Mutation|Subscription)\./.test(field));
    const names = new Set(asked.match(/\w+/g));
    const missed = fields.filter((field) => !names.has(field.split('.')[1] ?? ''));
    expect(missed.length / fields.length).toBeLessThan(0.35);
  });

  it('finds what a caller can read in a running house', async () => {
    const world = await startWorld();
    const small = Object.values(schemas).map(read);
    const clientSchema = small[1];
    if (!clientSchema) throw new Error('the small world has payments');
    const as = (authorization: string) => async (query: string) =>
      (await ask(world, query, { authorization })).body;
    const options = { schema: clientSchema, ids: [world.books.paymentId] };
    const anonymous = await probe({ ...options, ask: as('') });
    const owner = await probe({ ...options, ask: as(await world.bearer()) });
    const stranger = await probe({
      ...options,
      ask: as(await world.bearer({ organizationId: newId(), role: 'VIEWER' })),
    });
    await world.close();
    expect(anonymous.fields).toEqual(['Query.hello']);
    expect(owner.fields).toContain('Payment.status');
    expect(owner.text).toContain(world.books.invoiceId);
    expect(stranger.fields).not.toContain('Query.payment');
  });
});
