import { addDays, addMonths, type LocalDate } from '@finflow/shared/local-date';
import { easterSunday } from './easter.ts';
import { type HolidayRule, rulesByCountry, sharedRules } from './holiday-rules.ts';

/**
 * The bank holidays of a country (ISO 3166, two letters) in a year; those that most Western countries share, where it is unknown or
 * has no rules here.
 */
export function holidaysOf(year: number, country: string | undefined): ReadonlySet<LocalDate> {
  const rules = (country === undefined ? undefined : rulesByCountry[country]) ?? sharedRules;
  const days = new Set<LocalDate>();
  for (const rule of rules) if (year >= (rule.since ?? year)) days.add(dayOf(rule, year, days));
  return days;
}

/** 0 is Sunday, 6 Saturday. */
export const weekdayOf = (date: LocalDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();

function dayOf(rule: HolidayRule, year: number, taken: ReadonlySet<LocalDate>): LocalDate {
  switch (rule.kind) {
    case 'easter':
      return addDays(easterSunday(year), rule.days);
    case 'weekday':
      return nthWeekday(rule, year);
    case 'weekdayBefore': {
      const eve = addDays(`${year}-${pad(rule.month)}-${pad(rule.day)}`, -1);
      return addDays(eve, -((weekdayOf(eve) - rule.weekday + 7) % 7));
    }
    case 'date': {
      const date = `${year}-${pad(rule.month)}-${pad(rule.day)}`;
      const weekday = weekdayOf(date);
      const isMoved =
        rule.moved === 'from weekends' || (rule.moved === 'from Sundays' && weekday === 0);
      return isMoved ? nextFree(date, taken) : date;
    }
    default:
      return rule satisfies never;
  }
}

function nthWeekday(
  { month, weekday, nth, unlessFirstIs }: Extract<HolidayRule, { kind: 'weekday' }>,
  year: number,
): LocalDate {
  const first = `${year}-${pad(month)}-01`;
  if (weekdayOf(first) === unlessFirstIs) return first;
  if (nth < 0) {
    const last = addDays(addMonths(first, 1), -1);
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  }
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
}

function nextFree(date: LocalDate, taken: ReadonlySet<LocalDate>): LocalDate {
  let day = date;
  while (weekdayOf(day) % 6 === 0 || taken.has(day)) day = addDays(day, 1);
  return day;
}

const pad = (figure: number): string => String(figure).padStart(2, '0');
