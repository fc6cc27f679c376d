import { badInput } from '@finflow/shared/graphql/connection';
import type { Grain } from '../forecasting/series.ts';
import type { ScenarioInput } from '../forecasting/known/outlook.ts';
import type { OutlookTarget } from './outlook.ts';
import { readScenario, type ScenarioChange } from './scenario-input.ts';

/** What is asked of the future. */
export type ForecastQuestion = {
  readonly target: OutlookTarget;
  readonly grain: Grain;
  /** Whole periods after the current one. */
  readonly horizon: number;
  /** What might happen, one after the other. */
  readonly scenarios: readonly ScenarioInput[];
};

/** What is stored and published after each change: cash at the ends of the next six months. */
export const standingQuestion: ForecastQuestion = {
  target: 'CASH_FLOW',
  grain: 'MONTH',
  horizon: 6,
  scenarios: [],
};

const usualHorizons: Readonly<Record<Grain, number>> = { DAY: 28, WEEK: 13, MONTH: 6 };
/** A year ahead: further, nobody's cash can be foreseen by its past. */
const longestHorizons: Readonly<Record<Grain, number>> = { DAY: 366, WEEK: 53, MONTH: 12 };

type Input = {
  readonly target?: OutlookTarget | null;
  readonly grain?: Grain | null;
  readonly horizon?: number | null;
  readonly scenario?: readonly ScenarioChange[] | null;
};

/** @throws GraphQLError BAD_USER_INPUT for a horizon that is none, or too far, and for a scenario that can't be */
export function readQuestion({ target, grain, horizon, scenario }: Input): ForecastQuestion {
  const by = grain ?? 'MONTH';
  const periods = horizon ?? usualHorizons[by];
  const longest = longestHorizons[by];
  if (!Number.isInteger(periods) || periods < 1 || periods > longest) {
    throw badInput(`horizon must be 1 to ${longest} for the grain ${by}.`);
  }
  const scenarios = readScenario(scenario ?? []);
  return { target: target ?? 'CASH_FLOW', grain: by, horizon: periods, scenarios };
}
