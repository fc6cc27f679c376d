/** Calls at once, then at most once per interval; what came in between leads to one call at its end. */
export function throttle(run: () => void, intervalMs: number): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isWaiting = false;
  const fire = () => {
    isWaiting = false;
    timer = setTimeout(() => {
      timer = null;
      if (isWaiting) fire();
    }, intervalMs);
    run();
  };
  return () => {
    if (timer === null) fire();
    else isWaiting = true;
  };
}
