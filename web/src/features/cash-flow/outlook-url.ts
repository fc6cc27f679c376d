import { addressOf, readOneOf } from '../../lib/url-state.ts';

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

/** The address of a view; the usual one has none of its own. */
export function outlookPath({ target, grain }: Shown): string {
  return addressOf('/cash-flow', {
    show: target === 'CASH_FLOW' ? '' : target,
    by: grain === 'MONTH' ? '' : grain,
  });
}
