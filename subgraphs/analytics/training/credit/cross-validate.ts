import { boost, type BoostingOptions, predictLogOdds } from '../../src/credit/boosting/boost.ts';
import { areaUnderRoc, brierScore, calibrationError } from '../../src/credit/boosting/quality.ts';
import { toTable } from '../../src/credit/boosting/table.ts';
import { sigmoid } from '../../src/log-odds.ts';
import type { CreditSet } from './credit-sets.ts';

const folds = 5;

/** Area under the ROC curve (the folds' mean), Brier score and expected calibration error (over all rows). */
export type Quality = { readonly auc: number; readonly brier: number; readonly ece: number };

/** Each row is guessed by a model that was trained on the four folds without it. Row i is in fold i % 5, here and for the peers. */
export function crossValidate(
  { rows, labels }: CreditSet,
  options: Partial<BoostingOptions>,
): Quality {
  const probabilities = rows.map(() => 0);
  const areas = Array.from({ length: folds }, (_, fold) => {
    const isTest = (row: number) => row % folds === fold;
    const training = [...rows.keys()].filter((row) => !isTest(row));
    const test = [...rows.keys()].filter(isTest);
    const model = boost(
      toTable(training.map((row) => rows[row] ?? [])),
      Uint8Array.from(training, (row) => labels[row] ?? 0),
      options,
    );
    for (const row of test) probabilities[row] = sigmoid(predictLogOdds(model, rows[row] ?? []));
    return areaUnderRoc(
      test.map((row) => probabilities[row] ?? 0),
      test.map((row) => labels[row] ?? 0),
    );
  });
  return {
    auc: areas.reduce((sum, area) => sum + area, 0) / folds,
    brier: brierScore(probabilities, labels),
    ece: calibrationError(probabilities, labels),
  };
}
