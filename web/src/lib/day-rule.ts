import { isLocalDate } from '@finflow/shared/local-date';
import * as z from 'zod/mini';

/** The years that the books take; a year typed with a digit too many is not among them. */
export const noSuchDay = 'Choose a day of the years 1900 to 2199.';

/** Whether a form's day can be sent; what is wrong with it otherwise. Whether it may be left empty is for the form to say. */
export const checkDay = (day: string): true | string => day === '' || isLocalDate(day) || noSuchDay;

/** A form's day that must be chosen. @param missing what is said where it wasn't */
export const requiredDay = (missing: string) =>
  z.string().check(z.minLength(1, missing), z.refine(isLocalDate, noSuchDay));
