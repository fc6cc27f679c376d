import { type Line, runCategorizer, runLogistic } from './category-runs.ts';
import { crossings, embeddingWithout, readCrossing } from './category-trials.ts';

/** One organization's model on another's purchases, both in our taxonomy; the embedding has seen neither. */
export function crossOrganizations(
  folder: string,
): { readonly name: string; readonly lines: readonly Line[] }[] {
  return crossings.map((crossing) => {
    const trial = readCrossing(folder, crossing);
    const embedding = embeddingWithout(folder, crossing.tasks);
    const lines = [runLogistic(trial), ...runCategorizer(trial, embedding)];
    return { name: `\n${crossing.name}`, lines };
  });
}
