import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { ask } from './house/ask.ts';
import { openCompany, payLinkOf } from './house/company.ts';
import { type Furnished, furnish, goodArguments } from './house/good-arguments.ts';
import { hostileValues } from './house/hostile-values.ts';
import { openHouse } from './house/open-house.ts';
import {
  type RootField,
  coordinatesOf,
  placesOf,
  replaced,
  rootFields,
  textOf,
} from './house/places.ts';

const withinMs = 170_000;
const root = resolve(import.meta.dirname, '../../..');
const schema = buildSchema(readFileSync(resolve(root, 'web/schema.graphql'), 'utf8'));
const fields = rootFields(schema);

let open: Awaited<ReturnType<typeof openHouse>>;
let company: Furnished;
let payLink: string;

beforeAll(async () => {
  open = await openHouse({ GATEWAY_RATE_LIMITS: 'off' });
  company = await furnish(await openCompany(open.house, 'zanzibar'), open.endpoint);
  payLink = await payLinkOf(company.api, company.openId);
}, withinMs);
afterAll(() => open.close());

const argumentsOf = ({ field }: RootField) => goodArguments(company)[field.name] ?? {};

async function faultsOf(field: RootField): Promise<string[]> {
  const authorization = field.field.name === 'startPayment' ? payLink : company.authorization;
  const query = textOf(field);
  const faults: string[] = [];
  // From the last to the first: a refund without an amount takes all, and would leave the others nothing to refuse.
  for (const place of placesOf(field, argumentsOf(field)).toReversed()) {
    await Promise.all(
      hostileValues(place).map(async (value) => {
        const variables = replaced(argumentsOf(field), place.path, value);
        const { errors } = await ask(open.endpoint, authorization, query, variables);
        if (!JSON.stringify(errors ?? null).includes('"INTERNAL')) return;
        faults.push(`${place.path.join('.')}: ${JSON.stringify(value).slice(0, 100)}`);
      }),
    );
  }
  return faults;
}

describe('whatever somebody writes', () => {
  it('is tried in every place of every argument', () => {
    const tried = fields.flatMap((field) =>
      placesOf(field, argumentsOf(field)).map(({ coordinate }) => coordinate),
    );
    const all = fields.flatMap(coordinatesOf);
    expect(all.filter((coordinate) => !tried.includes(coordinate))).toEqual([]);
    expect(all.length).toBeGreaterThan(150);
  });

  it.each(fields.map((field) => [field.field.name, field] as const))(
    'is answered by %s, or refused by a code, and is never a fault of ours',
    async (_name, field) => expect(await faultsOf(field)).toEqual([]),
    withinMs,
  );
});
