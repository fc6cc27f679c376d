import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Invoice } from '@finflow/analytics/forecasting/known/books';

/** An invoice of the sample with what happened to it in the end. */
export type SettledInvoice = Invoice & { readonly settledOn: string };

/** The invoices of FOLDER/receivables/invoices.csv; amounts in minor units. Its lines have no quoted fields. */
export async function readReceivables(folder: string): Promise<SettledInvoice[]> {
  const text = await readFile(join(folder, 'receivables', 'invoices.csv'), 'utf8');
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    const fields = line.split(',');
    const field = (name: string) => fields[names.indexOf(name)] ?? '';
    const amount = Math.round(Number(field('InvoiceAmount')) * 100);
    const settledOn = isoDate(field('SettledDate'));
    return {
      id: field('invoiceNumber'),
      customerId: field('customerID'),
      issuedOn: isoDate(field('InvoiceDate')),
      dueOn: isoDate(field('DueDate')),
      amount,
      payments: [{ on: settledOn, amount }],
      traits: [field('PaperlessBill')],
      settledOn,
    };
  });
}

/** M/D/YYYY as YYYY-MM-DD. */
function isoDate(text: string): string {
  const [month = '', day = '', year = ''] = text.split('/');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
