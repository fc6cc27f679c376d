import { badInput } from '@finflow/shared/graphql/connection';
import {
  addDays,
  addMonths,
  daysBetween,
  startOfMonth,
  type LocalDate,
} from '@finflow/shared/local-date';

/** Days, both included. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate };

export type ComparedPeriods = { readonly period: Period; readonly before: Period };

const longestDays = 5 * 366;

/**
 * The period that is asked for (without one: this month so far) and the one to compare it with: for whole months, or a month so far, as many
 * months before, as far into them; for anything else as many days right before.
 * @throws GraphQLError BAD_USER_INPUT when it ends before it begins, or is longer than five years
 */
export function comparedPeriods(
  asked: { readonly from?: LocalDate | null; readonly to?: LocalDate | null },
  today: LocalDate,
): ComparedPeriods {
  const to = asked.to ?? today;
  const from = asked.from ?? startOfMonth(to);
  if (from > to) throw badInput('from must not be after to.');
  const days = daysBetween(from, to) + 1;
  if (days > longestDays) throw badInput('A period may have five years at most.');
  const period = { from, to };
  if (from !== startOfMonth(from)) {
    return { period, before: { from: addDays(from, -days), to: addDays(from, -1) } };
  }
  const months = monthsBetween(from, to) + 1;
  const earlier = addMonths(from, -months);
  const isWhole = addDays(to, 1) === addMonths(to, 1);
  const end = isWhole ? addDays(from, -1) : sameDay(to, -months);
  return { period, before: { from: earlier, to: end } };
}

const monthsBetween = (from: LocalDate, to: LocalDate): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7));

/** The same day of another month, or that month's last one. */
function sameDay(date: LocalDate, months: number): LocalDate {
  const start = addMonths(date, months);
  const last = addDays(addMonths(start, 1), -1);
  const day = addDays(start, Number(date.slice(8)) - 1);
  return day > last ? last : day;
}
