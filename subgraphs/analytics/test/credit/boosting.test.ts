import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { binOf, findEdges, maxBins, missingBin } from '../../src/credit/boosting/bins.ts';
import { boost, predictLogOdds } from '../../src/credit/boosting/boost.ts';
import { shareOf } from '../../src/credit/boosting/share-of.ts';
import { toTable } from '../../src/credit/boosting/table.ts';
import { explain } from '../../src/credit/boosting/tree-shap.ts';
import { areaUnderRoc } from '../../src/credit/boosting/quality.ts';
import { sigmoid } from '../../src/log-odds.ts';
import { crossValidate } from '../../training/credit/cross-validate.ts';
import { madeUpLoans } from '../support/made-up-loans.ts';
import { shapleyByDefinition } from '../support/shapley-by-definition.ts';

const small = { rounds: 20, maxLeaves: 6, minRowsInLeaf: 5 };

describe('bins', () => {
  it('part few values halfway between them, and keep the unknown apart', () => {
    const edges = findEdges(Float64Array.from([3, 1, Number.NaN, 1, 2]));
    expect([...edges]).toEqual([1.5, 2.5]);
    expect([1, 1.5, 1.6, 99, Number.NaN].map((value) => binOf(edges, value))).toEqual([
      0,
      0,
      1,
      2,
      missingBin,
    ]);
  });

  it('are about equally full when values are many', () => {
    const column = Float64Array.from({ length: 10_000 }, (_, place) => Math.exp(place / 1000));
    const edges = findEdges(column);
    expect(edges).toHaveLength(maxBins - 1);
    const counts = Array.from({ length: maxBins }, () => 0);
    for (const value of column) {
      const bin = binOf(edges, value);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(35);
    expect(Math.max(...counts)).toBeLessThan(45);
  });
});

describe('boosted trees', () => {
  it('find what decides, unknown values included', () => {
    const { rows, labels } = madeUpLoans(2000, 1);
    const held = madeUpLoans(2000, 2);
    const model = boost(toTable(rows), labels, small);
    const guesses = held.rows.map((row) => predictLogOdds(model, row));
    expect(areaUnderRoc(guesses, held.labels)).toBeGreaterThan(0.8);
  });

  it('know nothing when labels are shuffled: what they score comes from the data', () => {
    const { rows, labels } = madeUpLoans(1000, 1);
    const held = madeUpLoans(1000, 2);
    const areas = [7, 8, 9, 10, 11, 12].map((seed) => {
      const order = [...labels.keys()].toSorted((a, b) => shareOf(seed, a) - shareOf(seed, b));
      const shuffled = labels.map((_, row) => labels[order[row] ?? 0] ?? 0);
      const model = boost(toTable(rows), shuffled, { ...small, rounds: 5 });
      const guesses = held.rows.map((row) => predictLogOdds(model, row));
      return areaUnderRoc(guesses, held.labels);
    });
    const mean = areas.reduce((sum, area) => sum + area, 0) / areas.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.1);
  });

  it('never fall where they must rise, whatever the other features are', () => {
    const { rows, labels } = madeUpLoans(1000, 3);
    const model = boost(toTable(rows), labels, { ...small, rounds: 30, monotone: [1, -1, 1] });
    const value = fc.double({ min: -3, max: 3, noNaN: true });
    const known = fc.oneof(value, fc.constant(Number.NaN));
    fc.assert(
      fc.property(value, value, known, known, (one, other, second, third) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const at = (row: readonly number[]) => predictLogOdds(model, row);
        expect(at([high, second, third])).toBeGreaterThanOrEqual(at([low, second, third]));
        expect(at([second, high, third])).toBeLessThanOrEqual(at([second, low, third]));
        expect(at([second, third, high])).toBeGreaterThanOrEqual(at([second, third, low]));
      }),
      { numRuns: 500 },
    );
  });

  it('say nothing by a feature that does the contrary of what it must', () => {
    const rows = Array.from({ length: 300 }, (_, row) => [row]);
    const labels = Uint8Array.from(rows, (_, row) => (row < 60 ? 1 : 0));
    const must = (direction: 1 | -1) => {
      const model = boost(toTable(rows), labels, { ...small, monotone: [direction] });
      return [0, 100, 299].map((value) => sigmoid(predictLogOdds(model, [value])));
    };
    for (const chance of must(1)) expect(chance).toBeCloseTo(0.2, 2);
    expect(must(-1)[0]).toBeGreaterThan(0.8);
  });

  it('are the same each time', () => {
    const { rows, labels } = madeUpLoans(500, 4);
    const options = { ...small, rowShare: 0.8, earlyStopping: { share: 0.2, patience: 3 } };
    const [one, other] = [1, 2].map(() => boost(toTable(rows), labels, options));
    expect(one).toEqual(other);
  });

  it('stop when rows that were set aside get no better', () => {
    const { rows, labels } = madeUpLoans(500, 4);
    const model = boost(toTable(rows), labels, {
      ...small,
      rounds: 400,
      earlyStopping: { share: 0.3, patience: 5 },
    });
    expect(model.trees.length).toBeGreaterThan(2);
    expect(model.trees.length).toBeLessThan(200);
  });

  it('refuse labels of one class, and labels without rows', () => {
    const table = toTable([[1], [2]]);
    expect(() => boost(table, Uint8Array.from([1, 1]))).toThrow('Two classes');
    expect(() => boost(table, Uint8Array.from([0, 1, 1]))).toThrow('A label for each row');
  });
});

it('is measured on rows that it has not seen: what only tells rows apart is worth nothing', () => {
  const rows = Array.from({ length: 400 }, (_, row) => [shareOf(1, row), shareOf(2, row)]);
  const labels = rows.map((_, row) => (shareOf(3, row) < 0.5 ? 1 : 0));
  const flexible = { rounds: 10, maxLeaves: 20, minRowsInLeaf: 1 };
  const seen = boost(toTable(rows), Uint8Array.from(labels), flexible);
  const learned = areaUnderRoc(
    rows.map((row) => predictLogOdds(seen, row)),
    labels,
  );
  expect(learned).toBeGreaterThan(0.9);
  const { auc } = crossValidate({ name: 'noise', rows, labels }, flexible);
  expect(Math.abs(auc - 0.5)).toBeLessThan(0.1);
});

describe('contributions', () => {
  const { rows, labels } = madeUpLoans(400, 5);
  const model = boost(toTable(rows), labels, { ...small, rounds: 8 });

  it('add up to the log odds', () => {
    for (const row of rows.slice(0, 100)) {
      const { expected, byFeature } = explain(model, row);
      const sum = byFeature.reduce((total, part) => total + part, expected);
      expect(sum).toBeCloseTo(predictLogOdds(model, row), 9);
    }
  });

  it("are Shapley's, counted out over all subsets of features", () => {
    for (const row of rows.slice(0, 25)) {
      const { byFeature } = explain(model, row);
      shapleyByDefinition(model, row).forEach((value, feature) =>
        expect(byFeature[feature]).toBeCloseTo(value, 9),
      );
    }
  });
});

it('turns log odds into a probability', () => {
  expect(sigmoid(0)).toBe(0.5);
  expect(sigmoid(Math.log(9))).toBeCloseTo(0.9, 12);
});
