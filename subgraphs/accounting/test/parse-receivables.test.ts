import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@finflow/shared/refusal';
import { parseReceivables } from '../src/imports/parse-receivables.ts';
import { fileOf, fileRow, header, type FileRow } from './support/receivables-file.ts';

const rules = { currency: 'USD', today: '2026-03-10' };

async function parsed(content: Buffer) {
  const file = await parseReceivables(content, rules);
  if (isRefusal(file)) throw new Error(file.code);
  return file;
}

const refusal = async (content: Buffer) => {
  const file = await parseReceivables(content, rules);
  return isRefusal(file) ? file : null;
};

describe('a receivables file', () => {
  it('gives its invoices, with lines of the file', async () => {
    const { rows, errors, rowsTotal } = await parsed(
      fileOf(fileRow(), fileRow({ number: '2', settled: '' })),
    );
    expect(rows).toEqual([
      {
        line: 2,
        customer: '0001-ABCDE',
        number: '0000000001',
        issueDate: '2013-01-02',
        dueDate: '2013-02-01',
        settledDate: '2013-01-15',
        amountMinor: 5594n,
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      expect.objectContaining({ line: 3, settledDate: null }),
    ]);
    expect([rowsTotal, errors]).toEqual([2, []]);
  });

  it('may begin with a byte order mark, end lines as Windows does, quote, and leave out what is not needed', async () => {
    const text = `\uFEFFcustomerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount\r\n"Müller, Söhne",7,2013-01-02,2013-02-01,1\r\n`;
    const { rows } = await parsed(Buffer.from(text));
    expect(rows).toMatchObject([
      { customer: 'Müller, Söhne', amountMinor: 100n, settledDate: null },
    ]);
  });

  it('may end its lines in several ways: a part was written by another program', async () => {
    const text = `${header}\r\n${fileRow()}\n${fileRow({ number: '2' })}\r\n${fileRow({ number: '3' })}\r`;
    const { rows, errors } = await parsed(Buffer.from(text));
    expect(errors).toEqual([]);
    expect(rows.map(({ line, number }) => [line, number])).toEqual([
      [2, '0000000001'],
      [3, '2'],
      [4, '3'],
    ]);
  });

  it('names the line on which a row begins, also where a value has several', async () => {
    const { rows, errors } = await parsed(
      fileOf(
        fileRow({ customer: '"Miller\nand Sons"' }),
        fileRow({ customer: '"a\nb"', amount: 'x' }),
      ),
    );
    expect(rows.map(({ line }) => line)).toEqual([2]);
    expect(errors.map(({ line }) => line)).toEqual([4]);
  });

  it('is read no further than to the row that is too many', async () => {
    const rows = 'a\n'.repeat(200_000);
    expect(await refusal(Buffer.from(`${header}\n${rows}a "b"\n`))).toMatchObject({
      code: 'TOO_MANY_ROWS',
    });
  });

  it('says how what is wrong should be written', async () => {
    const { errors } = await parsed(fileOf(fileRow({ amount: '€5', issued: '31.02.2013' })));
    expect(errors.map(({ message }) => message)).toEqual([
      '"31.02.2013" is no date. Write M/D/YYYY or YYYY-MM-DD.',
      '"€5" is no amount of USD. Write it as 1234.50.',
    ]);
  });

  it.each<[string, string | null, FileRow]>([
    ['MISSING_VALUE', 'customerID', { customer: ' ' }],
    ['TEXT_TURNED', 'customerID', { customer: 'Acme \u202edtL' }],
    ['MISSING_VALUE', 'invoiceNumber', { number: '' }],
    ['TEXT_TOO_LONG', 'invoiceNumber', { number: 'x'.repeat(201) }],
    ['MISSING_VALUE', 'InvoiceDate', { issued: '' }],
    ['BAD_DATE', 'InvoiceDate', { issued: '2/30/2013' }],
    ['BAD_DATE', 'DueDate', { due: '13/1/2013' }],
    ['BAD_DATE', 'SettledDate', { settled: 'soon' }],
    ['DUE_BEFORE_ISSUE', 'DueDate', { due: '1/1/2013' }],
    ['SETTLED_BEFORE_ISSUE', 'SettledDate', { settled: '1/1/2013' }],
    ['DATE_IN_FUTURE', 'SettledDate', { settled: '3/11/2026' }],
    ['MISSING_VALUE', 'InvoiceAmount', { amount: '' }],
    ['BAD_AMOUNT', 'InvoiceAmount', { amount: '12.345' }],
    ['BAD_AMOUNT', 'InvoiceAmount', { amount: '1e3' }],
    ['BAD_AMOUNT', 'InvoiceAmount', { amount: 'NaN' }],
    ['NEGATIVE_AMOUNT', 'InvoiceAmount', { amount: '-5.00' }],
    ['ZERO_AMOUNT', 'InvoiceAmount', { amount: '0.00' }],
    ['AMOUNT_TOO_LARGE', 'InvoiceAmount', { amount: '99999999999999.00' }],
  ])('names a row that is wrong: %s in %s', async (code, column, row) => {
    const { rows, errors } = await parsed(fileOf(fileRow({ number: 'good' }), fileRow(row)));
    expect(errors).toEqual([{ line: 3, column, code, message: expect.any(String) }]);
    expect(rows).toHaveLength(1);
  });

  it('names rows with too few columns, and numbers that stand there twice', async () => {
    const { errors } = await parsed(fileOf(fileRow(), '1,2,3', fileRow({ amount: '1.00' })));
    expect(errors).toMatchObject([
      { line: 3, column: null, code: 'WRONG_COLUMN_COUNT' },
      { line: 4, column: 'invoiceNumber', code: 'DUPLICATE_NUMBER' },
    ]);
  });

  it.each<[string, Buffer]>([
    ['EMPTY_FILE', Buffer.alloc(0)],
    ['EMPTY_FILE', Buffer.from('\n\n')],
    ['EMPTY_FILE', Buffer.from(`${header}\n`)],
    ['WRONG_DELIMITER', Buffer.from(`${header}\n`.replaceAll(',', ';'))],
    ['WRONG_DELIMITER', Buffer.from(`${header}\n`.replaceAll(',', '\t'))],
    ['UNKNOWN_COLUMN', Buffer.from(`${header},Colour\n`)],
    ['MISSING_COLUMN', Buffer.from('customerID,invoiceNumber\n1,2\n')],
    ['DUPLICATE_COLUMN', Buffer.from(`${header},DueDate\n`)],
    ['WRONG_ENCODING', Buffer.from(`\uFEFF${header}\n`, 'utf16le')],
    ['WRONG_ENCODING', Buffer.from(`${header}\nM\xfcller`, 'latin1')],
    ['WRONG_ENCODING', Buffer.from([0x61, 0x00, 0x62])],
    ['BAD_CSV', Buffer.from(`${header}\n"never closed`)],
    ['FILE_TOO_LARGE', Buffer.alloc(200 * 1024 * 1024, 'a')],
  ])('is refused as a whole: %s', async (code, content) => {
    expect(await refusal(content)).toMatchObject({ code, field: 'input.file' });
  });
});
