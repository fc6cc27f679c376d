import { useEffect, useEffectEvent } from 'react';

/** Runs on Ctrl (or Command) with a key, wherever the focus is, instead of what the browser would do; once, also when it is held down. */
export function useShortcut(key: string, run: () => unknown): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== key.toLowerCase()) return;
    event.preventDefault();
    if (!event.repeat) run();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
