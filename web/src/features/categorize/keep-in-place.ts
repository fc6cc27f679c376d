type Row = { readonly id: string };

/**
 * The rows as they are now, with one that is no longer among them where it stood: below the nearest row above it that is still there.
 * Nothing is added when the row is still there, or was never shown.
 */
export function keepInPlace<R extends Row>(
  rows: readonly R[],
  kept: R | undefined,
  shownBefore: readonly R[],
): readonly R[] {
  if (!kept || rows.some(({ id }) => id === kept.id)) return rows;
  const place = shownBefore.findIndex(({ id }) => id === kept.id);
  if (place === -1) return rows;
  const idsAbove = new Set(shownBefore.slice(0, place).map(({ id }) => id));
  const above = rows.findLastIndex(({ id }) => idsAbove.has(id));
  return rows.toSpliced(above + 1, 0, kept);
}
