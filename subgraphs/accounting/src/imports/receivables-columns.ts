/** Columns of a receivables file. Those that accounting does not use are known, so that a misspelled one is found. */
const required = [
  'customerID',
  'invoiceNumber',
  'InvoiceDate',
  'DueDate',
  'InvoiceAmount',
] as const;
const optional = ['SettledDate'] as const;
const ignored = [
  'countryCode',
  'PaperlessDate',
  'Disputed',
  'PaperlessBill',
  'DaysToSettle',
  'DaysLate',
] as const;

export type Column = (typeof required)[number] | (typeof optional)[number];

/** Where each column stands, or what is wrong with the header. */
export type Header =
  | { readonly ok: true; readonly width: number; readonly indexOf: ReadonlyMap<Column, number> }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** What other programs put between columns. With it they write amounts in ways of their own, too, so that nothing is guessed. */
const delimiters = [
  { mark: ';', name: 'semicolons' },
  { mark: '\t', name: 'tabs' },
] as const;

/** Reads the header. Codes: WRONG_DELIMITER, UNKNOWN_COLUMN, DUPLICATE_COLUMN, MISSING_COLUMN. */
export function readHeader(names: readonly string[]): Header {
  const known: readonly string[] = [...required, ...optional, ...ignored];
  const delimiter = delimiters.find(({ mark }) => names.length === 1 && names[0]?.includes(mark));
  if (delimiter) {
    const message = `The columns are separated by ${delimiter.name}. Save the file with commas.`;
    return no('WRONG_DELIMITER', message);
  }
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const columns = known.join(', ');
    return no('UNKNOWN_COLUMN', `Unknown column "${unknown.slice(0, 60)}". Known: ${columns}.`);
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return no('DUPLICATE_COLUMN', `The column ${twice} stands there twice.`);
  const missing = required.find((name) => !names.includes(name));
  if (missing !== undefined) return no('MISSING_COLUMN', `The column ${missing} is missing.`);
  const indexOf = new Map(
    [...required, ...optional].flatMap((name) =>
      names.includes(name) ? [[name, names.indexOf(name)] as const] : [],
    ),
  );
  return { ok: true, width: names.length, indexOf };
}

const no = (code: string, message: string) => ({ ok: false, code, message }) as const;
