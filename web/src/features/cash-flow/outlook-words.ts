import { formatMoney } from '../../lib/format-money.ts';
import { unreachable } from '../../lib/unreachable.ts';
import { type Outlook, type OutlookPoint, pointsToCome } from './cash-flow.queries.ts';
import type { Target } from './outlook-url.ts';
import { endInWords, periodName } from './period-name.ts';

/** What the figure is called. */
export function nameOf(target: Target): string {
  switch (target) {
    case 'CASH_FLOW':
      return 'Cash';
    case 'REVENUE':
      return 'Revenue';
    case 'EXPENSE':
      return 'Expenses';
    default:
      return unreachable(target);
  }
}

/** What the forecast says, in a sentence or two: first what is, then what is likely, with its range. */
export function outlookInWords(outlook: Outlook): string {
  const { target, grain, history, points } = outlook;
  const last = points.at(-1);
  const range = last?.intervals.find(({ percent }) => percent === 80);
  if (!last || !range) return 'A forecast follows with more history.';
  const between = `in 80 of 100 cases between ${formatMoney(range.low)} and ${formatMoney(range.high)}`;
  const likely = formatMoney(last.median);
  if (target !== 'CASH_FLOW') {
    return `${nameOf(target)} of ${periodName(last, grain)} should be about ${likely}, ${between}.`;
  }
  const now = history.at(-1);
  const today = now ? `Cash is ${formatMoney(now.value)} today. ` : '';
  const preposition = grain === 'MONTH' ? 'At' : 'On';
  return `${today}${preposition} ${endInWords(last.end, grain)} it should be about ${likely}, ${between}.`;
}

/** When cash may run out, or come back: null while even a bad course (one in ten) stays above zero. */
export function dryPeriod(outlook: Outlook): string | null {
  if (outlook.target !== 'CASH_FLOW') return null;
  const points = pointsToCome(outlook);
  const now = outlook.history.at(-1);
  if (now && isBelowZero(now.value.minor)) return wayBack(points, outlook.grain);
  const dry = points.find(({ median }) => isBelowZero(median.minor));
  if (dry) return `Cash is likely to run out by ${endInWords(dry.end, outlook.grain)}.`;
  const tight = points.find(({ intervals }) =>
    intervals.some(({ percent, low }) => percent === 80 && isBelowZero(low.minor)),
  );
  return tight
    ? `If things go badly (one case in ten), cash runs out by ${endInWords(tight.end, outlook.grain)}.`
    : null;
}

/** What has run out already can't run out: it stays there, or comes back and stays above. */
function wayBack(points: readonly OutlookPoint[], grain: Outlook['grain']): string | null {
  const last = points.at(-1);
  if (!last) return null;
  const lastBelow = points.findLastIndex(({ median }) => isBelowZero(median.minor));
  const back = points[lastBelow + 1];
  return back
    ? `Cash is below zero. It is likely to be above zero again by ${endInWords(back.end, grain)}.`
    : `Cash is below zero, and likely to stay there to ${endInWords(last.end, grain)}.`;
}

const isBelowZero = (minor: string): boolean => BigInt(minor) < 0n;

/** Periods of history under which a forecast is little more than a guess. */
const enough = 6;

/** Says how little there is to go by; null when there is enough. */
export function littleHistory({ history, grain }: Outlook): string | null {
  if (history.length >= enough) return null;
  const noun = { DAY: 'day', WEEK: 'week', MONTH: 'month' }[grain];
  const length = `${history.length} ${noun}${history.length === 1 ? '' : 's'}`;
  return `Only ${length} of history so far: the range is wide, and narrows as the books fill.`;
}
