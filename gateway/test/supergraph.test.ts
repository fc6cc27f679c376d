import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { executableSupergraph } from '../src/supergraph/executable-supergraph.ts';
import { createSupergraphGateway } from '../src/supergraph/supergraph.ts';

const committed = readFileSync(`${import.meta.dirname}/../supergraph.graphql`, 'utf8');
const silent = { process: () => Promise.resolve({ data: {} }) };
const source = () => Promise.resolve({ data: {} });
const sources = { auth: silent, payments: silent, accounting: silent, analytics: silent };

it('makes the committed supergraph one that Apollo’s gateway accepts, its directives kept', async () => {
  expect(committed).toContain('for: SECURITY');
  const executable = executableSupergraph(committed);
  expect(executable).not.toContain('SECURITY)');
  expect(executable).toContain('for: EXECUTION');
  expect(executable.match(/@requiresScopes\(/g)?.length).toBe(
    committed.match(/@requiresScopes\(/g)?.length,
  );
  const gateway = createSupergraphGateway({
    supergraphSdl: committed,
    dataSources: sources,
    source,
    executor: 'compiled',
  });
  const { executor } = await gateway.load();
  await gateway.stop();
  expect(executor).toBeDefined();
});

it('does not start when the supergraph names a subgraph to which there is no way', async () => {
  const { auth: _auth, ...others } = sources;
  const gateway = createSupergraphGateway({
    supergraphSdl: committed,
    dataSources: others,
    source,
    executor: 'compiled',
  });
  await expect(gateway.load()).rejects.toThrow('names auth');
});
