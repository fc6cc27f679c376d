import { costOfEntry } from '../transaction/entry-expenses.ts';

/** What can be added up, and by what it can be told apart. */
export type Measure =
  | 'REVENUE'
  | 'EXPENSES'
  | 'PROFIT'
  | 'MONEY_IN'
  | 'MONEY_OUT'
  | 'INVOICED'
  | 'SPENT';
export type Dimension = 'ACCOUNT' | 'CUSTOMER' | 'MERCHANT';

type Source = {
  /** Rows of currency, date, key and amount; the key is null where nothing tells them apart. */
  readonly sql: string;
  readonly dimension: Dimension | null;
};

/** Each measure is a sum over rows of the read model. SQL of ours alone: nothing that a caller sends is part of it. */
export const sources: Readonly<Record<Measure, Source>> = {
  REVENUE: {
    sql: `select currency, date, code as key, credit_minor - debit_minor as amount
      from account_day where type = 'INCOME'`,
    dimension: 'ACCOUNT',
  },
  EXPENSES: {
    sql: `select currency, date, code as key, debit_minor - credit_minor as amount
      from account_day where type = 'EXPENSE'`,
    dimension: 'ACCOUNT',
  },
  PROFIT: {
    sql: `select currency, date, code as key, credit_minor - debit_minor as amount
      from account_day where type in ('INCOME', 'EXPENSE')`,
    dimension: 'ACCOUNT',
  },
  MONEY_IN: {
    sql: 'select currency, date, null as key, in_minor as amount from cash_day',
    dimension: null,
  },
  MONEY_OUT: {
    sql: 'select currency, date, null as key, out_minor as amount from cash_day',
    dimension: null,
  },
  INVOICED: {
    sql: `select currency, issue_date as date, customer_id::text as key, total_minor as amount
      from receivable where issue_date is not null`,
    dimension: 'CUSTOMER',
  },
  SPENT: {
    sql: `select currency, date, lower(text) as key, cost.amount
      from transaction t ${costOfEntry}
      where not exists (select from transaction_reversal r where r.transaction_id = t.id)`,
    dimension: 'MERCHANT',
  },
};
