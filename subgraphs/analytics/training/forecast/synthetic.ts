import { seededNumbers } from '@finflow/shared/seeded-numbers';
import type { Grain } from '../../src/forecasting/series.ts';
import { between, type Chance, normal } from './chance.ts';
import type { LearningSeries } from './learning-series.ts';

/** Weeks and days are few in the collections, and nearly all of public bodies; months need no more. */
const counts: Readonly<Record<Grain, number>> = { MONTH: 0, WEEK: 400, DAY: 200 };

/**
 * Made-up series: a level that wanders, a trend that fades, a yearly and a weekly pattern, noise; each as strong as chance has it (the
 * additive and multiplicative models of exponential smoothing, Hyndman et al. 2008).
 */
export function synthesize(grain: Grain, seed: number): LearningSeries[] {
  const chance = seededNumbers(seed + 7_000_003);
  return Array.from({ length: counts[grain] }, (_, index) => ({
    source: 'synthetic',
    id: `synthetic ${index}`,
    owner: 'synthetic',
    grain,
    start: null,
    values: wander(grain, chance),
  }));
}

const yearOf: Readonly<Record<Grain, number>> = { MONTH: 12, WEEK: 52.18, DAY: 365.25 };

function wander(grain: Grain, chance: Chance): number[] {
  const length = Math.round(between(chance, 120, 500));
  const year = yearlyPattern(yearOf[grain], chance);
  const week = weeklyPattern(grain, chance);
  const steps = strength(chance) * 0.1;
  const noise = strength(chance) * 0.4;
  const fading = between(chance, 0.8, 1);
  let level = between(chance, -1, 1);
  let trend = normal(chance) * 0.02;
  const isGrowing = chance() < 0.5;
  return Array.from({ length }, (_, at) => {
    trend = trend * fading + normal(chance) * steps * 0.05;
    level += trend + normal(chance) * steps;
    const value = level + year(at) + (week[at % 7] ?? 0) + normal(chance) * noise;
    return isGrowing ? Math.exp(value * 0.5) : value + 5;
  });
}

/** Often near nothing, now and then one. */
const strength = (chance: Chance): number => chance() ** 3;

function yearlyPattern(period: number, chance: Chance): (at: number) => number {
  const waves = [1, 2, 3].map((times) => ({
    size: (strength(chance) * normal(chance)) / times,
    phase: between(chance, 0, 2 * Math.PI),
    turn: (2 * Math.PI * times) / period,
  }));
  return (at) =>
    waves.reduce((sum, { size, phase, turn }) => sum + size * Math.sin(turn * at + phase), 0);
}

const weeklyPattern = (grain: Grain, chance: Chance): number[] =>
  grain === 'DAY' ? Array.from({ length: 7 }, () => normal(chance) * strength(chance)) : [0];
