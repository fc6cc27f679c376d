import { Readable } from 'node:stream';
import { setImmediate as letOthersThrough } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { refuse, type Refusal } from '@finflow/shared/refusal';
import { parseRow, type ImportRow, type RowRules } from './parse-row.ts';
import { readHeader, type Header } from './receivables-columns.ts';
import { checkText } from './check-text.ts';
import type { RowError } from './row-error.ts';

const maxRows = 100_000;

/** A file as it was understood. */
export type ParsedFile = {
  readonly rowsTotal: number;
  readonly rows: readonly ImportRow[];
  /** Of the rows that are wrong; one row may have several. */
  readonly errors: readonly RowError[];
};

/**
 * Reads a receivables file. Rows that are wrong are listed, each with its line and reason. Refuses as a whole: FILE_TOO_LARGE,
 * EMPTY_FILE, WRONG_ENCODING, BAD_CSV, TOO_MANY_ROWS, WRONG_DELIMITER, UNKNOWN_COLUMN, DUPLICATE_COLUMN, MISSING_COLUMN.
 */
export async function parseReceivables(
  content: Buffer,
  rules: RowRules,
): Promise<ParsedFile | Refusal> {
  const unreadable = checkText(content);
  if (unreadable) return unreadable;
  try {
    return await readRecords(content, rules);
  } catch (error) {
    if (error instanceof CsvError) {
      return no('BAD_CSV', `The file is no CSV: ${error.message.slice(0, 200)}`);
    }
    throw error;
  }
}

type CsvRecord = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

const pieceBytes = 64 * 1024;

/** The parser is fed as it is read from: given all at once, it makes millions of records of a file of short lines before the first is looked at. */
async function* piecesOf(content: Buffer) {
  for (let start = 0; start < content.length; start += pieceBytes) {
    yield content.subarray(start, start + pieceBytes);
    await letOthersThrough();
  }
}

async function readRecords(content: Buffer, rules: RowRules): Promise<ParsedFile | Refusal> {
  const parser = parse({
    bom: true,
    info: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 64 * 1024,
  });
  const records: AsyncIterable<CsvRecord> = Readable.from(piecesOf(content)).pipe(parser);
  const rows: ImportRow[] = [];
  const errors: RowError[] = [];
  const lineOf = new Map<string, number>();
  let header: Header | null = null;
  let rowsTotal = 0;
  for await (const { record, info } of records) {
    if (header === null) {
      header = readHeader(record.map((name) => name.trim()));
      if (!header.ok) return no(header.code, header.message);
      continue;
    }
    rowsTotal += 1;
    if (rowsTotal > maxRows) return no('TOO_MANY_ROWS', `A file has at most ${maxRows} rows.`);
    const row = readRecord(record, firstLineOf(record, info.lines), header, rules);
    if ('line' in row) addUnlessTwice(row, { rows, errors, lineOf });
    else errors.push(...row);
  }
  if (header === null) return no('EMPTY_FILE', 'The file has no header.');
  return rowsTotal > 0 ? { rowsTotal, rows, errors } : no('EMPTY_FILE', 'The file has no rows.');
}

/** The parser counts to a record's last line; in a value there may be several. */
const firstLineOf = (record: readonly string[], lastLine: number): number =>
  lastLine - record.reduce((count, value) => count + (value.match(/\r\n|\n|\r/g)?.length ?? 0), 0);

function readRecord(
  record: readonly string[],
  line: number,
  header: Extract<Header, { ok: true }>,
  rules: RowRules,
): ImportRow | readonly RowError[] {
  if (record.length !== header.width) {
    const message = `The row has ${record.length} columns, the header ${header.width}.`;
    return [{ line, column: null, code: 'WRONG_COLUMN_COUNT', message }];
  }
  const value = (column: Parameters<typeof header.indexOf.get>[0]) =>
    record[header.indexOf.get(column) ?? -1] ?? '';
  return parseRow(line, value, rules);
}

type Collected = {
  readonly rows: ImportRow[];
  readonly errors: RowError[];
  readonly lineOf: Map<string, number>;
};

function addUnlessTwice(row: ImportRow, { rows, errors, lineOf }: Collected): void {
  const first = lineOf.get(row.number);
  if (first === undefined) {
    lineOf.set(row.number, row.line);
    rows.push(row);
    return;
  }
  const message = `The number ${row.number} stands in line ${first} too.`;
  errors.push({ line: row.line, column: 'invoiceNumber', code: 'DUPLICATE_NUMBER', message });
}

const no = (code: string, message: string) => refuse('InvalidInput', code, message, 'input.file');
