import { isLocalDate } from '@finflow/shared/local-date';

/** The years that the books take; a year typed with a digit too many is not among them. */
export const noSuchDay = 'Choose a day of the years 1900 to 2199.';

/** Whether a form's day can be sent; what is wrong with it otherwise. Whether it may be left empty is for the form to say. */
export const checkDay = (day: string): true | string => day === '' || isLocalDate(day) || noSuchDay;
