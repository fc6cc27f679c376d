import type { BoostingOptions } from '../../src/credit/boosting/boost.ts';
import { ratios } from '../../src/credit/ratios.ts';

/** Of the product's model: small trees in small steps, and no ratio moves the risk against what everybody knows of it. */
export const settings: Partial<BoostingOptions> = {
  rounds: 200,
  learningRate: 0.05,
  maxLeaves: 6,
  maxDepth: 3,
  minRowsInLeaf: 25,
  l2: 5,
  rowShare: 0.7,
  monotone: ratios.map(({ risk }) => risk),
  seed: 2026,
};
