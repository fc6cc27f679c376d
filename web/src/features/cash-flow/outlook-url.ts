import { readOneOf } from '../../lib/url-state.ts';
import { type Change, withChanges } from './scenario.ts';

export const targets = ['CASH_FLOW', 'REVENUE', 'EXPENSE'] as const;
export type Target = (typeof targets)[number];
export const grains = ['DAY', 'WEEK', 'MONTH'] as const;
export type Grain = (typeof grains)[number];

/** What the page shows, as its address says it. */
export type Shown = { readonly target: Target; readonly grain: Grain };

/** Reads what is shown; what can't be read counts as not given. */
export const readShown = (params: URLSearchParams): Shown => ({
  target: readOneOf(params, 'show', targets) ?? 'CASH_FLOW',
  grain: readOneOf(params, 'by', grains) ?? 'MONTH',
});

/** The address of a view in a scenario; the usual one has none of its own. */
export function outlookPath({ target, grain }: Shown, changes: readonly Change[]): string {
  const shown = new URLSearchParams();
  if (target !== 'CASH_FLOW') shown.set('show', target);
  if (grain !== 'MONTH') shown.set('by', grain);
  const params = withChanges(shown, changes);
  return params.size === 0 ? '/cash-flow' : `/cash-flow?${params}`;
}
