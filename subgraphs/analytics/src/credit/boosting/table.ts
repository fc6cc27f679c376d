/** Rows of features, kept by column. NaN where a value is not known. */
export type Table = {
  readonly rows: number;
  readonly columns: readonly Float64Array[];
};

/** @throws RangeError when the rows have different lengths */
export function toTable(rows: readonly (readonly number[])[]): Table {
  const width = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== width)) throw new RangeError('Rows differ in length');
  const columns = Array.from({ length: width }, (_, place) =>
    Float64Array.from(rows, (row) => row[place] ?? Number.NaN),
  );
  return { rows: rows.length, columns };
}
