import type { TextModel } from './text-model.ts';

/** With so many decisions an organization's own model counts as much as the global one. */
const evenAt = 200;

/**
 * Both models' probabilities, the own one's weighed by how many decisions it was trained on: n / (n + 200). Evidence is that of the
 * model that weighs more, of words that either knows.
 * @throws RangeError when they have different categories
 */
export function blend(globalModel: TextModel, own: TextModel, decisions: number): TextModel {
  if (globalModel.categories.join('\n') !== own.categories.join('\n')) {
    throw new RangeError('The own model and the global one have different categories');
  }
  const share = decisions / (decisions + evenAt);
  return {
    version: own.version,
    categories: own.categories,
    predict: (purchase) => {
      const general = globalModel.predict(purchase);
      return own
        .predict(purchase)
        .map((probability, c) => share * probability + (1 - share) * (general[c] ?? 0));
    },
    explain: (share >= 0.5 ? own : globalModel).explain,
    knows: (word) => own.knows(word) || globalModel.knows(word),
  };
}
