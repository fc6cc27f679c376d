import type { LocalDate } from '@finflow/shared/local-date';
import type { Invoice } from './invoice.entity.ts';

/** Something is due, and the due date has passed. */
export const isOverdue = ({ dueMinor, dueDate }: Invoice, today: LocalDate): boolean =>
  dueMinor > 0n && dueDate < today;
