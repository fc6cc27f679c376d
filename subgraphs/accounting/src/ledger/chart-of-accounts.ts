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
  { code: '5100', name: 'Subcontractors', type: 'EXPENSE' },
  { code: '5200', name: 'Shipping and postage', type: 'EXPENSE' },
  { code: '6000', name: 'Rent', type: 'EXPENSE' },
  { code: '6010', name: 'Electricity, gas and water', type: 'EXPENSE' },
  { code: '6020', name: 'Repairs and maintenance', type: 'EXPENSE' },
  { code: '6030', name: 'Cleaning and waste', type: 'EXPENSE' },
  { code: '6100', name: 'Salaries', type: 'EXPENSE' },
  { code: '6110', name: 'Payroll taxes and benefits', type: 'EXPENSE' },
  { code: '6120', name: 'Training', type: 'EXPENSE' },
  { code: '6200', name: 'Software and services', type: 'EXPENSE' },
  { code: '6210', name: 'Telephone and internet', type: 'EXPENSE' },
  { code: '6220', name: 'Equipment', type: 'EXPENSE' },
  { code: '6230', name: 'Office supplies', type: 'EXPENSE' },
  { code: '6300', name: 'Marketing', type: 'EXPENSE' },
  { code: '6310', name: 'Travel', type: 'EXPENSE' },
  { code: '6320', name: 'Meals and entertainment', type: 'EXPENSE' },
  { code: '6330', name: 'Vehicles and fuel', type: 'EXPENSE' },
  { code: '6400', name: 'Processing fees', type: 'EXPENSE' },
  { code: '6410', name: 'Bank fees', type: 'EXPENSE' },
  { code: '6420', name: 'Interest', type: 'EXPENSE' },
  { code: '6500', name: 'Professional fees', type: 'EXPENSE' },
  { code: '6510', name: 'Insurance', type: 'EXPENSE' },
  { code: '6520', name: 'Taxes and licences', type: 'EXPENSE' },
  { code: '6530', name: 'Memberships and subscriptions', type: 'EXPENSE' },
  { code: '6540', name: 'Donations', type: 'EXPENSE' },
  { code: '6900', name: 'Other expenses', type: 'EXPENSE' },
  { code: '6999', name: 'Uncategorized expenses', type: 'EXPENSE' },
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
  /** Where an expense waits until somebody, or a model that is sure, says what it was for. */
  uncategorized: '6999',
} as const satisfies Record<string, AccountCode>;

/** Debit increases assets and expenses, credit increases the others. */
export const isDebitNormal = (type: AccountType): boolean => type === 'ASSET' || type === 'EXPENSE';
