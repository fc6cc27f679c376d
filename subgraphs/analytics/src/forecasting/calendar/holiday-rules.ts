/**
 * A day on which banks rest: a date, days from Easter Sunday, the nth weekday of a month (Monday is 1; nth -1 is the last), or the last
 * such weekday before a date. `since`: the first year that has it.
 */
export type HolidayRule = { readonly since?: number } & (
  | { readonly kind: 'date'; readonly month: number; readonly day: number; readonly moved: Moved }
  | { readonly kind: 'easter'; readonly days: number }
  | {
      readonly kind: 'weekday';
      readonly month: number;
      readonly weekday: number;
      readonly nth: number;
      /** Where the month begins with this weekday, its first day is kept instead. */
      readonly unlessFirstIs?: number;
    }
  | {
      readonly kind: 'weekdayBefore';
      readonly month: number;
      readonly day: number;
      readonly weekday: number;
    }
);

/** Whether what falls on a weekend, or on a Sunday alone, is kept on the next working day. */
type Moved = 'never' | 'from weekends' | 'from Sundays';

const date =
  (moved: Moved) =>
  (month: number, day: number): HolidayRule => ({ kind: 'date', month, day, moved });
const on = date('never');
const near = date('from weekends');
const after = date('from Sundays');
const easter = (days: number): HolidayRule => ({ kind: 'easter', days });
const monday = (month: number, nth: number): HolidayRule => ({
  kind: 'weekday',
  month,
  weekday: 1,
  nth,
});

const goodFriday = easter(-2);
const easterMonday = easter(1);
const ascension = easter(39);
const whitMonday = easter(50);
const christmas = [on(12, 25), on(12, 26)];

/** What most countries with Western calendars share; taken where the country isn't known. */
export const sharedRules: readonly HolidayRule[] = [
  on(1, 1),
  goodFriday,
  easterMonday,
  ...christmas,
];

/** National bank holidays, without those of regions, by ISO 3166 country. Single proclaimed days are not in it. */
export const rulesByCountry: Readonly<Record<string, readonly HolidayRule[]>> = {
  GB: [
    near(1, 1),
    goodFriday,
    easterMonday,
    monday(5, 1),
    monday(5, -1),
    monday(8, -1),
    near(12, 25),
    near(12, 26),
  ],
  // Banks keep days in lieu, and a third one at Christmas, which are no public holidays.
  IE: [
    near(1, 1),
    { kind: 'weekday', month: 2, weekday: 1, nth: 1, unlessFirstIs: 5, since: 2023 },
    near(3, 17),
    goodFriday,
    easterMonday,
    monday(5, 1),
    monday(6, 1),
    monday(8, 1),
    monday(10, -1),
    near(12, 25),
    near(12, 26),
    near(12, 27),
  ],
  // The Federal Reserve's: its banks don't rest for a holiday on a Saturday.
  US: [
    after(1, 1),
    monday(1, 3),
    monday(2, 3),
    monday(5, -1),
    { ...after(6, 19), since: 2021 },
    after(7, 4),
    monday(9, 1),
    monday(10, 2),
    after(11, 11),
    { kind: 'weekday', month: 11, weekday: 4, nth: 4 },
    after(12, 25),
  ],
  // Those of federally regulated employers, as banks are.
  CA: [
    near(1, 1),
    goodFriday,
    { kind: 'weekdayBefore', month: 5, day: 25, weekday: 1 },
    near(7, 1),
    monday(9, 1),
    { ...near(9, 30), since: 2021 },
    monday(10, 2),
    near(11, 11),
    near(12, 25),
    near(12, 26),
  ],
  AU: [near(1, 1), near(1, 26), goodFriday, easterMonday, on(4, 25), near(12, 25), near(12, 26)],
  DE: [
    on(1, 1),
    goodFriday,
    easterMonday,
    on(5, 1),
    ascension,
    whitMonday,
    on(10, 3),
    ...christmas,
  ],
  AT: [
    on(1, 1),
    on(1, 6),
    easterMonday,
    on(5, 1),
    ascension,
    whitMonday,
    easter(60),
    on(8, 15),
    on(10, 26),
    on(11, 1),
    on(12, 8),
    ...christmas,
  ],
  CH: [on(1, 1), goodFriday, easterMonday, ascension, whitMonday, on(8, 1), ...christmas],
  FR: [
    on(1, 1),
    easterMonday,
    on(5, 1),
    on(5, 8),
    ascension,
    whitMonday,
    on(7, 14),
    on(8, 15),
    on(11, 1),
    on(11, 11),
    on(12, 25),
  ],
  ES: [
    on(1, 1),
    on(1, 6),
    goodFriday,
    on(5, 1),
    on(8, 15),
    on(10, 12),
    on(11, 1),
    on(12, 6),
    on(12, 8),
    on(12, 25),
  ],
  IT: [
    on(1, 1),
    on(1, 6),
    easterMonday,
    on(4, 25),
    on(5, 1),
    on(6, 2),
    on(8, 15),
    { ...on(10, 4), since: 2026 },
    on(11, 1),
    on(12, 8),
    ...christmas,
  ],
  NL: [on(1, 1), easterMonday, on(4, 27), ascension, whitMonday, ...christmas],
  BE: [
    on(1, 1),
    easterMonday,
    on(5, 1),
    ascension,
    whitMonday,
    on(7, 21),
    on(8, 15),
    on(11, 1),
    on(11, 11),
    on(12, 25),
  ],
  PL: [
    on(1, 1),
    on(1, 6),
    easterMonday,
    on(5, 1),
    on(5, 3),
    easter(60),
    on(8, 15),
    on(11, 1),
    on(11, 11),
    { ...on(12, 24), since: 2025 },
    ...christmas,
  ],
};
