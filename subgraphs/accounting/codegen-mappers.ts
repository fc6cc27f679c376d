/** What codegen.ts is told of this subgraph: the resolvers' context and the type behind each GraphQL type. */
export const contextType = '../context.ts#AccountingContext';

export const mappers: Record<string, string> = {
  Money: '@finflow/shared/money#Money as MoneyValue',
  Customer: '../customers/customer.entity.ts#Customer as CustomerEntity',
  Invoice: '../invoices/invoice.entity.ts#Invoice as InvoiceEntity',
  InvoiceLine: '../invoices/invoice.queries.ts#LineOf',
  InvoiceActivity:
    '../invoices/invoice-activity.entity.ts#InvoiceActivity as InvoiceActivityEntity',
  Account: '../ledger/account.entity.ts#Account as AccountEntity',
  JournalEntry: '../ledger/journal-entry.entity.ts#JournalEntry as JournalEntryEntity',
  Posting: '../ledger/journal-entry.entity.ts#Posting as PostingEntity',
  Payment: '../ledger/ledger.queries.ts#PaymentReference',
  ReceivablesImport:
    '../imports/receivables-import.entity.ts#ReceivablesImport as ReceivablesImportEntity',
};
