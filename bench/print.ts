/** Benches say their figures on standard output: this is their report, and the only thing that they write. */
export function printLine(text = ''): void {
  process.stdout.write(`${text}\n`);
}

/** A row of a Markdown table, as bench/README.md has them. */
export const printRow = (cells: readonly (string | number)[]): void =>
  printLine(`| ${cells.join(' | ')} |`);

/** Under a table's head: the first columns hold names, the others figures. */
export const printRule = (names: number, figures: number): void =>
  printRow([
    ...Array.from({ length: names }, () => '---'),
    ...Array.from({ length: figures }, () => '---:'),
  ]);

/** Figures with their names, as JSON. */
export const print = (value: unknown): void => printLine(JSON.stringify(value, null, 2));
