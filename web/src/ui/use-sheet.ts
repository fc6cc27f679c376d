import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

const parameter = 'sheet';

type SheetPlace = {
  /** The sheet that the address asks for; empty for none. */
  readonly sheet: string;
  /** The page's address with a sheet above it. Goes with `above` as the history's state. */
  readonly pathOf: (sheet: string) => string;
  /** Says in the history that the page itself lies below. */
  readonly above: object;
  readonly open: (sheet: string) => void;
  readonly close: () => void;
};

/**
 * The sheet above the page stands in the address: Back closes it, a reload keeps it. Closing one that was opened here goes back too, so
 * that Back never opens it again; one that the address brought is taken out of it.
 */
export function useSheet(): SheetPlace {
  const { search, state, key } = useLocation();
  const pageKey = usePageKey();
  const navigate = useNavigate();
  const [closing, setClosing] = useState<string>();
  if (closing !== undefined && closing !== key) setClosing(undefined);
  const pathOf = (sheet: string) => {
    const params = new URLSearchParams(search);
    if (sheet === '') params.delete(parameter);
    else params.set(parameter, sheet);
    return `?${params}`;
  };
  const above = { ...asObject(state), pageKey };
  const close = () => {
    // The browser goes back a little later. Until then the sheet takes no further press, and isn't closed again: that would leave the page.
    if (closing === key) return;
    setClosing(key);
    if (pageKey !== key) void navigate(-1);
    else void navigate(pathOf(''), { replace: true, preventScrollReset: true });
  };
  return {
    sheet: closing === key ? '' : (new URLSearchParams(search).get(parameter) ?? ''),
    pathOf,
    above,
    open: (sheet) => void navigate(pathOf(sheet), { state: above, preventScrollReset: true }),
    close,
  };
}

/** What the history knows the page by, with a sheet above it or without. */
export function usePageKey(): string {
  const { key, state } = useLocation();
  const { pageKey } = asObject(state);
  return typeof pageKey === 'string' ? pageKey : key;
}

function asObject(state: unknown): { readonly pageKey?: unknown } {
  return typeof state === 'object' && state !== null ? state : {};
}
