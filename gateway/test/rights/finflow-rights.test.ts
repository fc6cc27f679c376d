import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isAllowed, rulesOf } from '@finflow/shared/graphql/authorization';
import { newId } from '@finflow/shared/ids';
import { newPartner, newUser, payerOf } from '@finflow/shared/testing/viewers';
import { anonymous, roles, type Viewer } from '@finflow/shared/viewer';
import { expect, it } from '@jest/globals';
import { isObjectType, type GraphQLSchema } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { createFieldGates } from '../../src/rights/field-gates.ts';
import { read } from '../../src/testing/public-fields.ts';

const root = resolve(import.meta.dirname, '../../..');
const text = (path: string) => readFileSync(resolve(root, path), 'utf8');
const config = parseYaml(text('supergraph.yaml')) as {
  subgraphs: Record<string, { schema: { file: string } }>;
};
const subgraphs = new Map(
  Object.entries(config.subgraphs).map(([name, { schema }]) => [name, read(text(schema.file))]),
);
const gates = createFieldGates(text('gateway/supergraph.graphql'));

const organizationId = newId();
const callers: readonly (readonly [string, Viewer])[] = [
  ['anybody', anonymous],
  ['payer', payerOf(organizationId)],
  ['partner', newPartner({ organizationId, scopes: ['invoices:read'] })],
  ...roles.map((role) => [role, newUser({ organizationId, role })] as const),
];

const fieldsOf = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('_'))
    .flatMap((type) =>
      Object.entries(type.toConfig().fields).map(([name, field]) => ({
        coordinate: `${type.name}.${name}`,
        rules: rulesOf(schema, type.name, field),
      })),
    );

it.each(callers)(
  'gives %s what the subgraph that owns a field gives, and nothing more',
  (_who, viewer) => {
    const gate = gates.gateOf(viewer);
    const differing: string[] = [];
    let count = 0;
    for (const [subgraph, schema] of subgraphs) {
      for (const { coordinate, rules } of fieldsOf(schema)) {
        const [type = '', field = ''] = coordinate.split('.');
        // What several subgraphs have in common, such as keys, is decided by all of their marks together.
        if (subgraph === 'events' && type !== 'Subscription') continue;
        count += 1;
        const isGiven = rules.every((rule) => isAllowed(viewer, rule));
        if (isGiven !== (gate.denialOf(type, field) === null))
          differing.push(`${subgraph} ${coordinate}`);
      }
    }
    expect(differing).toEqual([]);
    expect(count).toBeGreaterThan(250);
  },
);
