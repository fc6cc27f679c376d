import { divideHalfEven } from '@finflow/shared/decimal';

/** A figure beside that of the period before. Minor units. */
export type Compared = { readonly current: bigint; readonly previous: bigint };

/** By how much it changed, in percent of what it was before, one decimal; null where there was nothing before. */
export function changePercent({ current, previous }: Compared): number | null {
  if (previous === 0n) return null;
  const size = previous < 0n ? -previous : previous;
  return Number(divideHalfEven((current - previous) * 1000n, size)) / 10;
}

/**
 * What cash an average month uses up, of the whole months given; null where it grows or stays. Minor units.
 * @param nets money in less money out, one a month
 */
export function burn(nets: readonly bigint[]): bigint | null {
  if (nets.length === 0) return null;
  const sum = nets.reduce((total, net) => total + net, 0n);
  const average = divideHalfEven(sum, BigInt(nets.length));
  return average < 0n ? -average : null;
}

/** For how many months cash lasts at that burn, one decimal; null without a burn, 0 without cash. */
export function runwayMonths(cashMinor: bigint, burnMinor: bigint | null): number | null {
  if (burnMinor === null) return null;
  return cashMinor <= 0n ? 0 : Number((cashMinor * 10n) / burnMinor) / 10;
}

/**
 * Days sales outstanding: receivables at the end over what was invoiced in the days before, times those days; one decimal. Null without
 * invoices. The count-back variants are for seasonal sales; this is the plain one that lenders ask for.
 */
export function daysSalesOutstanding(
  receivablesMinor: bigint,
  invoicedMinor: bigint,
  days: number,
): number | null {
  if (invoicedMinor <= 0n) return null;
  return Number(divideHalfEven(receivablesMinor * BigInt(days) * 10n, invoicedMinor)) / 10;
}
