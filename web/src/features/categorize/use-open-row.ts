import { type KeyboardEvent, useRef, useState } from 'react';

type Row = { readonly id: string };

/**
 * Which of the rows is open, and how the keys go from one to the next. A row's button is found by its data-row. The open row is the first
 * until somebody says otherwise, and again when the one that was open is gone.
 */
export function useOpenRow<R extends Row>(rows: readonly R[]) {
  const list = useRef<HTMLUListElement>(null);
  const wasEntered = useRef(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const open = rows.find(({ id }) => id === openId) ?? rows[0];

  /** The keys work where the focus is, so it goes to the first row when the list comes; once, not under somebody's hands. */
  const listRef = (element: HTMLUListElement | null) => {
    list.current = element;
    if (!element || wasEntered.current) return;
    wasEntered.current = true;
    element.querySelector<HTMLElement>('[data-row]')?.focus({ preventScroll: true });
  };
  const goTo = (row: R | undefined) => {
    if (!row) return;
    setOpenId(row.id);
    list.current?.querySelector<HTMLElement>(`[data-row="${row.id}"]`)?.focus();
  };
  const neighbour = (row: R | undefined, step: -1 | 1) =>
    row && rows[rows.findIndex(({ id }) => id === row.id) + step];
  return {
    open,
    listRef,
    show: (row: R) => setOpenId(row.id),
    /** To the row that takes this one's place. */
    goOnFrom: (row: R) => goTo(neighbour(row, 1) ?? neighbour(row, -1)),
    onKeyDown: (event: KeyboardEvent) => {
      const step = stepOf(event);
      if (step === 0) return;
      event.preventDefault();
      goTo(neighbour(open, step));
    },
    openButton: () => list.current?.querySelector<HTMLElement>('[aria-expanded=true]') ?? null,
  };
}

/** Not while somebody types, and nothing with a modifier: that is the browser's. */
function stepOf({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): -1 | 0 | 1 {
  if (ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return 0;
  if (target.closest('input, select, textarea')) return 0;
  if (key === 'j' || key === 'ArrowDown') return 1;
  return key === 'k' || key === 'ArrowUp' ? -1 : 0;
}
