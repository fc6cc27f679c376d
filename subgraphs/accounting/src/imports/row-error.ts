/** Why a row of a file can't be imported. */
export type RowError = {
  /** Line in the file, from 1 (the header). */
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
};
