import type { Example } from '@finflow/analytics/categorizing/soft-labels';
import { isConfident } from '@finflow/analytics/categorizing/suggestion';
import { defaultThreshold } from '@finflow/analytics/categories/category-settings.entity';
import type { General } from '@finflow/analytics/categories/model/train-model';
import { readTask } from '@finflow/analytics/training/categories/read-sources';
import { byDate } from './by-date.ts';
import { openOrganization, organizations } from './category-corrections.ts';
import { correctedShare, type Outcome, summed, type Told } from './category-telling.ts';
import { generalWithout, inOurs } from './category-trials.ts';
import { sameNumbers } from './purchases.ts';

const purchases = 3_000;

export type Newcomer = { readonly name: string; readonly told: Told };

/**
 * An organization that begins with nothing but the general model, trained without it, and goes through its latest purchases in the order of
 * their days: it answers what it is asked, half of what was taken wrongly is corrected, and its own model is trained when the product would.
 */
export function* newcomers(folder: string): Generator<Newcomer> {
  for (const name of organizations) {
    const { test } = readTask(folder, name);
    const general = generalWithout(folder, name);
    const course = inOurs(test).toSorted(byDate).slice(0, purchases);
    for (const recalibrates of [false, true]) {
      const told = summed(goThrough(course, general, recalibrates));
      yield { name: `${name}${recalibrates ? ', recalibrated' : ''}`, told };
    }
  }
}

function goThrough(
  course: readonly Example[],
  general: General,
  recalibrates: boolean,
): readonly Outcome[] {
  const organization = openOrganization(general, { recalibrates });
  const draw = sameNumbers(1);
  return course.map((example) => {
    const suggestion = organization.suggest(example);
    const isRight = suggestion.category === example.category;
    const answer = { ...suggestion.claim, isRight };
    const isAsked = !isConfident(suggestion, defaultThreshold);
    const isCorrected = draw() < correctedShare && !isRight;
    if (isAsked) organization.answer(answer);
    if (isAsked || isCorrected)
      organization.decide({ ...example, decidedOn: example.date, decidedBy: 'PERSON' });
    return { ...answer, confidence: suggestion.confidence };
  });
}
