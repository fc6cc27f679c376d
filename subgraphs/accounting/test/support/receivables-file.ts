/** A receivables file in the shape of the real one, with invented content. */
export const header =
  'countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate,PaperlessBill,DaysToSettle,DaysLate';

export type FileRow = {
  readonly customer?: string;
  readonly number?: string;
  readonly issued?: string;
  readonly due?: string;
  readonly amount?: string;
  readonly settled?: string;
};

export function fileRow(row: FileRow = {}): string {
  const {
    customer = '0001-ABCDE',
    number = '0000000001',
    issued = '1/2/2013',
    due = '2/1/2013',
    amount = '55.94',
    settled = '1/15/2013',
  } = row;
  return [
    '391',
    customer,
    '4/6/2013',
    number,
    issued,
    due,
    amount,
    'No',
    settled,
    'Paper',
    '13',
    '0',
  ].join(',');
}

export const fileOf = (...rows: readonly string[]): Buffer =>
  Buffer.from(`${[header, ...rows].join('\n')}\n`);

/** Many invoices of a few customers; every third is still open. */
export const largeFile = (count: number): Buffer =>
  fileOf(
    ...Array.from({ length: count }, (_, i) =>
      fileRow({
        customer: `000${i % 7}-ABCDE`,
        number: String(i + 1).padStart(10, '0'),
        issued: `${(i % 12) + 1}/${(i % 28) + 1}/2013`,
        due: '1/31/2014',
        amount: `${(i % 90) + 1}.${String(i % 100).padStart(2, '0')}`,
        settled: i % 3 === 0 ? '' : '2/1/2014',
      }),
    ),
  );
