import { useSearchParams } from 'react-router';
import { readDate } from '../../lib/url-state.ts';

/** A day that the address names, '' when it names none, and how to choose another. */
export function useDateParam(name: string): readonly [string, (date: string) => void] {
  const [params, setParams] = useSearchParams();
  const choose = (date: string) =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current);
        if (date) next.set(name, date);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return [readDate(params, name), choose];
}
