import { useSyncExternalStore } from 'react';

export type ColorMode = 'light' | 'dark';

const storageKey = 'finflow.color-mode';
const listeners = new Set<() => void>();

/** The mode on screen and a way to change it. Until somebody chooses, the system's wish decides. */
export function useColorMode(): { mode: ColorMode; toggle: () => void } {
  const mode = useSyncExternalStore(listen, currentMode);
  return { mode, toggle: () => chooseMode(mode === 'dark' ? 'light' : 'dark') };
}

/** The mode on screen now, for what can't follow it, such as another origin's frame. */
export function currentMode(): ColorMode {
  return document.documentElement.classList.contains('dark') ? 'dark' : 'light';
}

function chooseMode(mode: ColorMode): void {
  show(mode);
  try {
    localStorage.setItem(storageKey, mode);
  } catch {
    // Storage can be forbidden; the choice then holds until the page is left.
  }
}

function show(mode: ColorMode): void {
  document.documentElement.classList.remove('light', 'dark');
  document.documentElement.classList.add(mode);
  document.documentElement.style.colorScheme = mode;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => {
    if (!hasChosen()) show(system.matches ? 'dark' : 'light');
  };
  listeners.add(listener);
  system.addEventListener('change', follow);
  return () => {
    listeners.delete(listener);
    system.removeEventListener('change', follow);
  };
}

function hasChosen(): boolean {
  try {
    return localStorage.getItem(storageKey) !== null;
  } catch {
    return false;
  }
}
