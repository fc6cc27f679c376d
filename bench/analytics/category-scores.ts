import {
  calibrationError,
  type Claim,
} from '@finflow/analytics/training/categories/calibration-error';

/** Probabilities that were predicted for an example, which category it was, whose it was, and whether that merchant was never trained on. */
export type Judged = {
  readonly merchant: string;
  readonly probabilities: Float64Array;
  readonly label: number;
  readonly isUnseen: boolean;
};

export type Scores = {
  readonly accuracy: number;
  readonly macroF1: number;
  readonly top3: number;
  /** Accuracy on merchants never trained on. */
  readonly unseen: number;
  readonly unseenCount: number;
  readonly calibrationError: number;
  /** The same with each merchant counting once, however often it was paid: a few names don't decide it. */
  readonly calibrationErrorOfMerchants: number;
};

export function scoresOf(judged: readonly Judged[]): Scores {
  const unseen = judged.filter(({ isUnseen }) => isUnseen);
  const weightOf = shareOfMerchant(judged);
  return {
    accuracy: share(judged, isRight),
    macroF1: macroF1(judged),
    top3: share(judged, (each) => rank(each) < 3),
    unseen: share(unseen, isRight),
    unseenCount: unseen.length,
    calibrationError: calibrationError(judged.map(toClaim)),
    calibrationErrorOfMerchants: calibrationError(
      judged.map((each) => ({ ...toClaim(each), weight: weightOf(each) })),
    ),
  };
}

/** The likeliest category's index; the first of equal ones. */
function best(probabilities: Float64Array): number {
  let most = 0;
  for (let c = 1; c < probabilities.length; c += 1) {
    if ((probabilities[c] ?? 0) > (probabilities[most] ?? 0)) most = c;
  }
  return most;
}

const isRight = ({ probabilities, label }: Judged): boolean => best(probabilities) === label;

const rank = ({ probabilities, label }: Judged): number =>
  probabilities.filter((probability) => probability > (probabilities[label] ?? 0)).length;

const share = (judged: readonly Judged[], holds: (each: Judged) => boolean): number =>
  judged.filter(holds).length / Math.max(1, judged.length);

/** The mean of the categories' F1, of those that occur. */
function macroF1(judged: readonly Judged[]): number {
  const right = new Map<number, number>();
  const said = new Map<number, number>();
  const was = new Map<number, number>();
  const count = (counts: Map<number, number>, key: number) =>
    counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { probabilities, label } of judged) {
    const guess = best(probabilities);
    count(said, guess);
    count(was, label);
    if (guess === label) count(right, label);
  }
  const f1 = [...was].map(
    ([label, n]) => (2 * (right.get(label) ?? 0)) / ((said.get(label) ?? 0) + n),
  );
  return f1.reduce((sum, value) => sum + value, 0) / Math.max(1, f1.length);
}

const toClaim = (each: Judged): Claim => ({
  confidence: each.probabilities[best(each.probabilities)] ?? 0,
  isRight: isRight(each),
});

/** One over how many examples a merchant has. */
function shareOfMerchant(judged: readonly Judged[]): (each: Judged) => number {
  const counts = new Map<string, number>();
  for (const { merchant } of judged) counts.set(merchant, (counts.get(merchant) ?? 0) + 1);
  return ({ merchant }) => 1 / (counts.get(merchant) ?? 1);
}
