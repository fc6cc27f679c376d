import type { Factor } from './score.ts';

/** A factor in words, with its figure. */
export function sentenceFor({ id, name, unit, value }: Factor): string {
  if (Number.isNaN(value)) return `${name}: not known yet.`;
  if (!Number.isFinite(value))
    return (value < 0 ? below : endless)[id] ?? `${name}: nothing to compare with.`;
  const plain = value === 0 ? nothing[id] : undefined;
  if (plain !== undefined) return plain;
  return (sentences[id] ?? ((figure) => `${name}: ${figure}.`))(figureText(value, unit));
}

function figureText(value: number, unit: Factor['unit']): string {
  const rounded = (amount: number, decimals: number) => Number(amount.toFixed(decimals)) + 0;
  switch (unit) {
    case 'PERCENT':
      return `${rounded(value * 100, 1)} %`;
    case 'DAYS':
      return `${rounded(value, 0)} days`;
    case 'MONTHS':
      return `${rounded(value, 1)} months`;
    case 'RATIO':
      return value > 0 && rounded(value, 2) === 0 ? 'less than 0.01' : String(rounded(value, 2));
    default:
      return unit satisfies never;
  }
}

const noAssets = 'There are no assets to compare';

/** Where there is nothing to divide by. */
const endless: Record<string, string | undefined> = {
  CURRENT_RATIO: 'There are no debts to cover.',
  CASH_RATIO: 'There are no debts to cover.',
  PROFIT_TO_DEBT: 'There are no debts for profits to cover.',
  CASH_COVER: 'There are no costs for cash to cover.',
  SALES_GROWTH: 'There were no sales the year before.',
  RETURN_ON_ASSETS: `${noAssets} profits with.`,
  DEBT_TO_ASSETS: `${noAssets} debts with.`,
  RETAINED_TO_ASSETS: `${noAssets} the profits kept with.`,
  ASSET_TURNOVER: `${noAssets} sales with.`,
};

/** Where there is nothing to divide. */
const nothing: typeof endless = {
  CURRENT_RATIO: 'There are no assets to cover the debts.',
  CASH_RATIO: 'There is no cash to cover the debts.',
};

/** The same where there is less than nothing to divide. */
const below: typeof endless = {
  ...endless,
  PROFIT_TO_DEBT: 'A year brought no profit that debts could be paid from.',
};

const sentences: Record<string, ((figure: string) => string) | undefined> = {
  RETURN_ON_ASSETS: (figure) => `A year's profit is ${figure} of all assets.`,
  DEBT_TO_ASSETS: (figure) => `Debts are ${figure} of all assets.`,
  CURRENT_RATIO: (figure) => `Assets are ${figure} times the debts.`,
  RETAINED_TO_ASSETS: (figure) => `Profits kept since the beginning are ${figure} of all assets.`,
  ASSET_TURNOVER: (figure) => `A year's sales are ${figure} times the assets.`,
  SALES_GROWTH: (figure) => `Sales are ${figure} times those of the year before.`,
  NET_MARGIN: (figure) => `Of each sale ${figure} stay as profit.`,
  PROFIT_TO_DEBT: (figure) => `A year's profit is ${figure} of the debts.`,
  NET_DEBT_TO_SALES: (figure) => `Debts less cash are ${figure} of a year's sales.`,
  CASH_RATIO: (figure) => `Cash is ${figure} times the debts.`,
  RECEIVABLE_DAYS: (figure) => `Customers owe ${figure} of sales.`,
  DEBT_DAYS: (figure) => `The business owes ${figure} of sales.`,
  LATE_RECEIVABLES: (figure) =>
    `${figure} of what fell due was paid more than a week late, or isn't yet.`,
  CASH_COVER: (figure) => `Cash pays for ${figure} of costs.`,
  SALES_VOLATILITY: (figure) => `A month's sales are typically ${figure} off the average.`,
  LARGEST_CUSTOMER: (figure) => `The largest customer has ${figure} of what was invoiced.`,
  HISTORY: (figure) => `The books go back ${figure}.`,
};
