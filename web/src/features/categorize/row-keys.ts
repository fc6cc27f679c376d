import type { KeyboardEvent } from 'react';

/** What a key asks of an open row: to take what it says, another category, or the alternative of that place. */
export type RowKey = 'take' | 'pick' | number;

/** Null for all other keys, with a modifier (that is the browser's), and where somebody types. */
export function rowKeyOf(event: KeyboardEvent, rowId: string): RowKey | null {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return null;
  if (target.closest('input, select, textarea')) return null;
  if (key === 'c') return 'pick';
  // On a button inside the row Enter presses that button.
  if (key === 'Enter') return target.dataset['row'] === rowId ? 'take' : null;
  return ['1', '2', '3'].includes(key) ? Number(key) : null;
}
