import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { getOperationAST, GraphQLError, parse } from 'graphql';
import { defaultMaxCost } from '../src/admission/gateway-admission.ts';
import { createCostModel } from '../src/cost/cost-model.ts';
import { defaultLimits } from '../src/limits/limits.ts';
import { countSelections, measureOperation } from '../src/limits/measure-operation.ts';
import { readManifests } from '../src/persisted/manifest.ts';
import { defaultRatePolicies } from '../src/rates/rate-policies.ts';

const here = `${import.meta.dirname}/..`;
const model = createCostModel(readFileSync(`${here}/supergraph.graphql`, 'utf8'));
const screens = [...readManifests([`${here}/persisted-operations.json`]).values()].map(
  ({ name, body }) => {
    const document = parse(body);
    const operation = getOperationAST(document, name);
    if (!operation) throw new Error(`${name} is an operation`);
    const estimate = model.estimate({ document, operation, variables: {} });
    if (estimate instanceof GraphQLError) throw estimate;
    return {
      name,
      cost: estimate.estimated,
      selections: countSelections(document),
      ...measureOperation(operation, document),
    };
  },
);
const largest = (figure: (screen: (typeof screens)[number]) => number): number =>
  Math.max(...screens.map(figure));

it('leaves every operation of the web app far below each limit', () => {
  expect(screens.length).toBeGreaterThan(30);
  expect(largest(({ cost }) => cost) * 5).toBeLessThan(defaultMaxCost);
  expect(largest(({ depth }) => depth) * 2).toBeLessThanOrEqual(defaultLimits.maxDepth);
  expect(largest(({ aliases }) => aliases) * 2).toBeLessThan(defaultLimits.maxAliases);
  expect(largest(({ width }) => width) * 2).toBeLessThan(defaultLimits.maxRootFields);
  expect(largest(({ selections }) => selections) * 3).toBeLessThan(defaultLimits.maxSelections);
  expect(largest(({ spreadOut }) => spreadOut) * 3).toBeLessThan(
    defaultLimits.maxSpreadOutSelections,
  );
  expect(largest(({ directives }) => directives) * 2).toBeLessThan(defaultLimits.maxDirectives);
});

it('lets every caller ask for the dearest operation that is let in, several times a minute', () => {
  const { user, partner, link, address } = defaultRatePolicies;
  for (const { points } of [user, partner, link, address]) {
    expect(points).toBeGreaterThan(5 * defaultMaxCost);
  }
});
