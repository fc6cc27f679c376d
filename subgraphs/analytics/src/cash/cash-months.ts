import { addMonths, type LocalDate } from '@finflow/shared/local-date';

/** Cash that came in and went out in a month, minor units. `month` is its first day. */
export type MonthFlow = {
  readonly month: LocalDate;
  readonly inMinor: bigint;
  readonly outMinor: bigint;
};

/** A month of cash and what was there at its end; for the current month, what is there today. */
export type CashMonth = MonthFlow & { readonly closingMinor: bigint };

/**
 * Every month from `first` to `last` (first days), quiet ones included, with the cash at its end.
 * @param flows months with activity, oldest first; those before `first` make the opening cash
 */
export function closeMonths(
  flows: readonly MonthFlow[],
  first: LocalDate,
  last: LocalDate,
): CashMonth[] {
  const flowOf = new Map(flows.map((flow) => [flow.month, flow]));
  let closingMinor = flows
    .filter(({ month }) => month < first)
    .reduce((sum, { inMinor, outMinor }) => sum + inMinor - outMinor, 0n);
  const months: CashMonth[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) {
    const { inMinor, outMinor } = flowOf.get(month) ?? { inMinor: 0n, outMinor: 0n };
    closingMinor += inMinor - outMinor;
    months.push({ month, inMinor, outMinor, closingMinor });
  }
  return months;
}
