import { useRef, useState } from 'react';

type Busy<Given extends readonly unknown[]> = {
  /** What the act under way was started with; null when there is none. */
  readonly busy: Given | null;
  readonly start: (...given: Given) => void;
};

/** Acts one at a time: started again while the first is under way, it does nothing. (A state alone would come too late for a second
 * press before the next drawing.) `act` shows its own refusals and faults. */
export function useBusy<Given extends readonly unknown[]>(
  act: (...given: Given) => Promise<unknown>,
): Busy<Given> {
  const [busy, setBusy] = useState<Given | null>(null);
  const isUnderWay = useRef(false);
  const run = async (given: Given) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setBusy(given);
    try {
      await act(...given);
    } finally {
      isUnderWay.current = false;
      setBusy(null);
    }
  };
  return { busy, start: (...given) => void run(given) };
}
