import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** What had the focus, and in which row of its table. */
type Place = { readonly element: Element; readonly row: number };

/**
 * Keeps the focus where it was when its row goes, for instance because a colleague dealt with it: to the link of the row that takes its
 * place, or to the page when none is left. Else the keyboard would begin again at the top.
 * @param root holds the rows of one table
 */
export function useFocusInPlace(root: RefObject<HTMLElement | null>): void {
  const place = useRef<Place>(null);

  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const taken = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      const row = rowsIn(element).findIndex((one) => one.contains(target));
      place.current = row < 0 ? null : { element: target, row };
    };
    const given = ({ target }: FocusEvent) =>
      // A moment later: what goes may tell so while it is still there.
      queueMicrotask(() => {
        const isLeft = target instanceof Element && target.isConnected;
        if (isLeft && place.current?.element === target) place.current = null;
      });
    element.addEventListener('focusin', taken);
    element.addEventListener('focusout', given);
    return () => {
      element.removeEventListener('focusin', taken);
      element.removeEventListener('focusout', given);
    };
  }, [root]);

  useLayoutEffect(() => {
    const { current: element } = root;
    const { current: last } = place;
    if (!element || !last || last.element.isConnected) return;
    place.current = null;
    if (document.activeElement !== document.body) return;
    const rows = rowsIn(element);
    const next = rows[Math.min(last.row, rows.length - 1)]?.querySelector<HTMLElement>('a, button');
    (next ?? element.closest<HTMLElement>('main'))?.focus();
  });
}

const rowsIn = (root: HTMLElement): readonly HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('tbody tr'),
];
