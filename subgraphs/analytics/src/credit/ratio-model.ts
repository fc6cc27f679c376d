import { readFileSync } from 'node:fs';
import { once } from '@finflow/shared/once';
import type { BoostedTrees } from './boosting/boost.ts';
import { restoreTrees, type StoredTrees } from './boosting/stored-trees.ts';
import { ratios } from './ratios.ts';

type StoredModel = StoredTrees & {
  readonly features: readonly string[];
  readonly ordinary: readonly number[];
};

export type RatioModel = {
  readonly trees: BoostedTrees;
  /** The median company's ratios. One that isn't known counts as this. */
  readonly ordinary: readonly number[];
};

/**
 * The trees that tell companies that went bankrupt within a year by their ratios (models/credit/README.md). Read once, 40 kB.
 * @throws Error when the file was trained on other ratios than these
 */
export const ratioModel = once((): RatioModel => {
  const path = new URL('../../models/credit/ratio-model.json', import.meta.url);
  const model: StoredModel = JSON.parse(readFileSync(path, 'utf8'));
  const expected = ratios.map(({ id }) => id).join();
  if (model.features.join() !== expected) throw new Error('The model knows other ratios: train it');
  return { trees: restoreTrees(model), ordinary: model.ordinary };
});
