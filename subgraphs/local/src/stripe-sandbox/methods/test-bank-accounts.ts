import { decline, type Outcome, process, succeed, succeedThen } from './outcome.ts';

export interface TestBankAccount {
  readonly type: 'us_bank_account' | 'sepa_debit';
  /** US account number, or IBAN. */
  readonly number: string;
  readonly alias: string | null;
  readonly outcome: Outcome;
}

const us = (number: string, alias: string, outcome: Outcome): TestBankAccount => ({
  type: 'us_bank_account',
  number,
  alias: `pm_usBankAccount_${alias}`,
  outcome,
});

const iban = (number: string, outcome: Outcome, alias: string | null = null): TestBankAccount => ({
  type: 'sepa_debit',
  number,
  alias,
  outcome,
});

export const TEST_ROUTING_NUMBER = '110000000';

/** The test bank accounts of Stripe's documentation. Debits are slow: first they are processing. */
const TEST_BANK_ACCOUNTS: readonly TestBankAccount[] = [
  us('000123456789', 'success', process(succeed)),
  us('000111111113', 'accountClosed', process(decline('account_closed'))),
  us('000111111116', 'noAccount', process(decline('no_account'))),
  us('000222222227', 'insufficientFunds', process(decline('debit_insufficient_funds'))),
  us('000333333335', 'debitNotAuthorized', process(decline('debit_not_authorized'))),
  us('000444444440', 'invalidCurrency', process(decline('debit_failed'))),
  us('000555555559', 'dispute', process(succeedThen('dispute_fraudulent'))),
  us('000000000009', 'processing', { kind: 'stay_processing' }),

  iban('AT611904300234573201', process(succeed), 'pm_sepaDebit_success'),
  iban('AT321904300235473204', process(succeed)),
  iban('AT861904300235473202', process(decline('debit_failed')), 'pm_sepaDebit_failed'),
  iban('AT591904300235473203', process(succeedThen('dispute_fraudulent'))),
  iban('DE89370400440532013000', process(succeed)),
  iban('DE08370400440532013003', process(succeed)),
  iban('DE62370400440532013001', process(decline('debit_failed'))),
  iban('DE35370400440532013002', process(succeedThen('dispute_fraudulent'))),
  iban('FR1420041010050500013M02606', process(succeed)),
  iban('FR8420041010050500013M02607', process(decline('debit_failed'))),
];

export const testBankAccountByNumber = (
  type: TestBankAccount['type'],
  number: string,
): TestBankAccount | undefined =>
  TEST_BANK_ACCOUNTS.find((account) => account.type === type && account.number === number);

export const testBankAccountByAlias = (alias: string): TestBankAccount | undefined =>
  TEST_BANK_ACCOUNTS.find((account) => account.alias === alias);
