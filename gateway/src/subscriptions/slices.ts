const sliceMs = 50;

/**
 * Does something to each, spread evenly over a while, so that ten thousand clients don't all come back in one moment.
 * @param overMs milliseconds; 0: all at once
 */
export async function inSlices<T>(
  items: readonly T[],
  overMs: number,
  act: (item: T) => void,
): Promise<void> {
  const slices = Math.max(1, Math.floor(overMs / sliceMs));
  const size = Math.max(1, Math.ceil(items.length / slices));
  for (let start = 0; start < items.length; start += size) {
    if (start > 0) await new Promise((resolve) => setTimeout(resolve, sliceMs));
    for (const item of items.slice(start, start + size)) act(item);
  }
}
