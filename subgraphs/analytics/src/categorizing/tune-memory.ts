import { fitTemperature, type Judged, logLoss } from './calibrate.ts';
import { applyMemory, createMemory, type Recollection } from './memory.ts';
import type { Match } from './memory-keys.ts';
import { type MemorySettings, never, sameStrength } from './memory-settings.ts';
import type { Example } from './soft-labels.ts';

/** A transaction that memory has not seen, what the model says of it, and what it was. */
export type HeldOut = Judged & { readonly example: Example };

type Case = Judged & { readonly recollections: readonly Recollection[] };

/**
 * How much an organization's own past is worth, by log loss on its later decisions: first each level's strength, for each of a few
 * half-lives, one level after the other; then how sure the outcome may be, on the second half of what was held out: suggestions are
 * asked for long after training, when memory is older than on the day after.
 */
export function tuneMemory(
  earlier: readonly Example[],
  later: readonly HeldOut[],
  categories: readonly string[],
): MemorySettings {
  const sample = everyNth(later, Math.ceil(later.length / mostCases));
  const tried = halfLives.map((halfLifeDays) => {
    const cases = recallAll(earlier, sample, categories, halfLifeDays);
    return { cases, ...tuneStrengths(cases, halfLifeDays) };
  });
  const best = tried.reduce((a, b) => (b.loss < a.loss ? b : a));
  const known = best.cases
    .slice(Math.floor(best.cases.length / 2))
    .filter(({ recollections }) => recollections.length > 0);
  const judged = known.map((each) => ({
    label: each.label,
    probabilities: recalled(each, best.settings),
  }));
  return { ...best.settings, temperature: fitTemperature(judged) };
}

/** More cases than this make tuning slower and nothing better. */
const mostCases = 4_000;
const everyNth = <T>(list: readonly T[], n: number): T[] => list.filter((_, i) => i % n === 0);

const halfLives = [60, 180, 365, 1_095];
const strengths = [0.2, 0.5, 1, 2, 5, 12, 40, never];
const rounds = 2;
const tunable: readonly Match[] = ['SAME_MERCHANT', 'SAME_TEXT', 'SIMILAR_AMOUNT', 'SAME_AMOUNT'];

function recallAll(
  earlier: readonly Example[],
  later: readonly HeldOut[],
  categories: readonly string[],
  halfLifeDays: number,
): Case[] {
  const memory = createMemory(categories, {
    strength: sameStrength(1),
    halfLifeDays,
    temperature: 1,
  });
  for (const example of earlier)
    memory.learn({ decidedBy: 'BOOKS', ...example, decidedOn: example.date });
  return later.map(({ example, probabilities, label }) => ({
    probabilities,
    label,
    recollections: memory.recall(example),
  }));
}

function tuneStrengths(
  cases: readonly Case[],
  halfLifeDays: number,
): { settings: MemorySettings; loss: number } {
  let settings: MemorySettings = { strength: sameStrength(2), halfLifeDays, temperature: 1 };
  let loss = lossWith(cases, settings);
  for (let round = 0; round < rounds; round += 1) {
    for (const match of tunable) [settings, loss] = tuneOne(cases, match, settings, loss);
  }
  return { settings, loss };
}

function tuneOne(
  cases: readonly Case[],
  match: Match,
  start: MemorySettings,
  startLoss: number,
): [MemorySettings, number] {
  return strengths.reduce<[MemorySettings, number]>(
    ([best, least], strength) => {
      const settings = { ...start, strength: { ...start.strength, [match]: strength } };
      const loss = lossWith(cases, settings);
      return loss < least ? [settings, loss] : [best, least];
    },
    [start, startLoss],
  );
}

const lossWith = (cases: readonly Case[], settings: MemorySettings): number =>
  logLoss(cases.map((each) => ({ label: each.label, probabilities: recalled(each, settings) })));

function recalled({ probabilities, recollections }: Case, settings: MemorySettings): Float64Array {
  const pulled = probabilities.slice();
  applyMemory(pulled, recollections, settings);
  return pulled;
}
