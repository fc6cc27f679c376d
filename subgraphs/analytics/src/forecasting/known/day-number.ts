import { addDays, type LocalDate } from '@finflow/shared/local-date';

const firstDay = '1970-01-01';

/** Days since 1970-01-01: dates as numbers, for loops over many of them. A date alone is read as UTC (ECMA-262). */
export const dayNumber = (date: LocalDate): number => Date.parse(date) / 86_400_000;

export const dateOf = (day: number): LocalDate => addDays(firstDay, day);

/** 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** Monday to Sunday are one week. */
export const weekNumber = (day: number): number => Math.floor((day + 3) / 7);
