import { useState } from 'react';

/** Whether a pause goes on, and how to begin one of that length. */
export function usePause(lengthMs: number): readonly [boolean, () => void] {
  const [isPausing, setPausing] = useState(false);
  const begin = () => {
    setPausing(true);
    setTimeout(() => setPausing(false), lengthMs);
  };
  return [isPausing, begin];
}
