import { randomUUID } from 'node:crypto';
import type { Company } from './world.ts';

const refusals = `... on InvalidInput { code field } ... on NotFound { code field } ... on Conflict { code field }`;

const invoiceFields = `id number status isOverdue currency issueDate dueDate
  subtotal { decimal } discountTotal { decimal } taxTotal { decimal } total { minor decimal }
  amountPaid { minor } amountDue { minor } amountRefunded { minor }
  timeline { kind amount { minor } } journalEntries { kind postings { side amount { minor } account { code } } }`;

const saved = `__typename ${refusals} ... on InvoiceSaved { invoice { ${invoiceFields} } }`;

export const line = (fields = {}) => ({
  description: 'Work',
  quantity: '1',
  unitPriceMinor: '10000',
  taxPercent: '0',
  ...fields,
});

export async function newCustomer({ ask }: Company, fields = {}): Promise<string> {
  const { result } = await ask(
    `mutation ($input: CustomerInput!) { result: createCustomer(input: $input) {
      ... on CustomerSaved { customer { id } } } }`,
    { input: { name: 'Beispiel AG', ...fields } },
  );
  return result.customer.id;
}

export async function saveDraft(company: Company, fields = {}) {
  const customerId = await newCustomer(company);
  const input = { customerId, dueDate: '2026-04-09', lines: [line()], ...fields };
  const { result } = await company.ask(
    `mutation ($input: InvoiceDraftInput!) { result: saveInvoiceDraft(input: $input) { ${saved} } }`,
    { input },
  );
  return result;
}

export async function issue({ ask }: Company, invoiceId: string, fields = {}) {
  const { result } = await ask(
    `mutation ($input: IssueInvoiceInput!) { result: issueInvoice(input: $input) { ${saved} } }`,
    { input: { invoiceId, idempotencyKey: randomUUID(), ...fields } },
  );
  return result;
}

/** An issued invoice of 100.00 EUR, or as said. */
export async function newInvoice(company: Company, fields = {}, issueFields = {}) {
  const draft = await saveDraft(company, fields);
  return (await issue(company, draft.invoice.id, issueFields)).invoice;
}

export async function recordPayment({ ask }: Company, fields: object) {
  const { result } = await ask(
    `mutation ($input: RecordPaymentInput!) { result: recordPayment(input: $input) { ${saved} } }`,
    { input: { idempotencyKey: randomUUID(), ...fields } },
  );
  return result;
}

export async function readInvoice({ ask }: Company, id: string) {
  const { invoice } = await ask(`query ($id: ID!) { invoice(id: $id) { ${invoiceFields} } }`, {
    id,
  });
  return invoice;
}

/** Balances that are not zero, by account code: debits positive. */
export async function balances({ ask }: Company, asOf?: string): Promise<Record<string, string>> {
  const { trialBalance } = await ask(
    `query ($asOf: LocalDate) { trialBalance(asOf: $asOf) { isBalanced
      rows { account { code } debit { minor } credit { minor } } } }`,
    { asOf },
  );
  if (!trialBalance.isBalanced) throw new Error('The books do not balance.');
  return Object.fromEntries(
    trialBalance.rows
      .map(
        (row: {
          account: { code: string };
          debit: { minor: string };
          credit: { minor: string };
        }) => [row.account.code, String(BigInt(row.debit.minor) - BigInt(row.credit.minor))],
      )
      .filter(([, minor]: string[]) => minor !== '0'),
  );
}
