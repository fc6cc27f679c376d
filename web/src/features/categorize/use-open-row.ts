import { type KeyboardEvent, useRef, useState } from 'react';
import { keepInPlace } from './keep-in-place.ts';

type Row = { readonly id: string };

/**
 * Which of the rows is open, and how the keys go from one to the next. A row's button is found by its data-row. The open row is the first
 * until somebody says otherwise. One that stops waiting while it is open, because somebody else decided it, stays until it is left:
 * nothing moves under the keys.
 */
export function useOpenRow<R extends Row>(waiting: readonly R[]) {
  const list = useRef<HTMLUListElement>(null);
  const wasEntered = useRef(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const [leftIds, setLeftIds] = useState<readonly string[]>([]);
  const [shown, setShown] = useState(waiting);
  const before = shown.find(({ id }) => id === openId) ?? shown[0];
  const kept = before && leftIds.includes(before.id) ? undefined : before;
  const rows = keepInPlace(waiting, kept, shown);
  if (!haveSameIds(rows, shown)) setShown(rows);
  const open = rows.find(({ id }) => id === openId) ?? rows[0];

  /** The keys work where the focus is, so it goes to the first row when the list comes; once, not under somebody's hands. */
  const listRef = (element: HTMLUListElement | null) => {
    list.current = element;
    if (!element || wasEntered.current) return;
    wasEntered.current = true;
    element.querySelector<HTMLElement>('[data-row]')?.focus({ preventScroll: true });
  };
  const show = ({ id }: R) => {
    setOpenId(id);
    setLeftIds([]);
  };
  const goTo = (row: R | undefined) => {
    if (!row) return;
    show(row);
    list.current?.querySelector<HTMLElement>(`[data-row="${row.id}"]`)?.focus();
  };
  const neighbour = (row: R | undefined, step: -1 | 1) =>
    row && rows[rows.findIndex(({ id }) => id === row.id) + step];
  return {
    rows,
    open,
    listRef,
    show,
    /** They need not stay when they wait no more. */
    leave: setLeftIds,
    /** To the row that takes this one's place. */
    goOnFrom: (row: R) => {
      setLeftIds([row.id]);
      goTo(neighbour(row, 1) ?? neighbour(row, -1));
    },
    onKeyDown: (event: KeyboardEvent) => {
      const step = stepOf(event);
      if (step === 0) return;
      event.preventDefault();
      goTo(neighbour(open, step));
    },
    openButton: () => list.current?.querySelector<HTMLElement>('[aria-expanded=true]') ?? null,
  };
}

const haveSameIds = (some: readonly Row[], others: readonly Row[]): boolean =>
  some.length === others.length && some.every(({ id }, index) => id === others[index]?.id);

/** Not while somebody types, and nothing with a modifier: that is the browser's. */
function stepOf({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): -1 | 0 | 1 {
  if (ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return 0;
  if (target.closest('input, select, textarea')) return 0;
  if (key === 'j' || key === 'ArrowDown') return 1;
  return key === 'k' || key === 'ArrowUp' ? -1 : 0;
}
