export type AccountType = 'ASSET' | 'LIABILITY' | 'EQUITY' | 'INCOME' | 'EXPENSE';

export type AccountTemplate = {
  readonly code: string;
  readonly name: string;
  readonly type: AccountType;
};

/** The accounts that each new organization starts with. The named postings rely on these codes. */
export const chartOfAccounts = [
  { code: '1000', name: 'Bank', type: 'ASSET' },
  { code: '1010', name: 'Provider clearing', type: 'ASSET' },
  { code: '1100', name: 'Accounts receivable', type: 'ASSET' },
  { code: '1200', name: 'Disputed payments', type: 'ASSET' },
  { code: '2100', name: 'Tax payable', type: 'LIABILITY' },
  { code: '2300', name: 'Customer credits', type: 'LIABILITY' },
  { code: '3000', name: "Owner's equity", type: 'EQUITY' },
  { code: '3100', name: 'Retained earnings', type: 'EQUITY' },
  { code: '4000', name: 'Sales revenue', type: 'INCOME' },
  { code: '4100', name: 'Sales refunds', type: 'INCOME' },
  { code: '4900', name: 'Rounding differences', type: 'INCOME' },
  { code: '5000', name: 'Cost of sales', type: 'EXPENSE' },
  { code: '6000', name: 'Rent', type: 'EXPENSE' },
  { code: '6100', name: 'Salaries', type: 'EXPENSE' },
  { code: '6200', name: 'Software and services', type: 'EXPENSE' },
  { code: '6300', name: 'Marketing', type: 'EXPENSE' },
  { code: '6400', name: 'Processing fees', type: 'EXPENSE' },
  { code: '6900', name: 'Other expenses', type: 'EXPENSE' },
] as const satisfies readonly AccountTemplate[];

/** The code of an account that every organization has. */
export type AccountCode = (typeof chartOfAccounts)[number]['code'];

/** Where the named postings book. */
export const accounts = {
  bank: '1000',
  clearing: '1010',
  receivable: '1100',
  disputed: '1200',
  taxPayable: '2100',
  customerCredits: '2300',
  revenue: '4000',
  refunds: '4100',
  fees: '6400',
} as const satisfies Record<string, AccountCode>;

/** Debit increases assets and expenses, credit increases the others. */
export const isDebitNormal = (type: AccountType): boolean => type === 'ASSET' || type === 'EXPENSE';
