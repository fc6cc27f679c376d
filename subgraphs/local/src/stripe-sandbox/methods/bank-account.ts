import type { Params } from '../api/form.ts';
import { requiredText } from '../api/params.ts';
import { detailsRefused, fingerprintOf, type Recognised } from './recognised.ts';
import {
  TEST_ROUTING_NUMBER,
  type TestBankAccount,
  testBankAccountByAlias,
  testBankAccountByNumber,
} from './test-bank-accounts.ts';

/** A bank account typed into a form: only the documented test accounts, never a real one. */
export function bankAccountFromDetails(type: TestBankAccount['type'], details: Params): Recognised {
  return type === 'sepa_debit' ? sepaDebit(details) : usBankAccount(details);
}

export function bankAccountFromAlias(alias: string): Recognised | null {
  const account = testBankAccountByAlias(alias);
  return account === undefined ? null : recognise(account);
}

function sepaDebit(details: Params): Recognised {
  const number = requiredText(details, 'iban').replaceAll(/\s/g, '').toUpperCase();
  const account = testBankAccountByNumber('sepa_debit', number);
  if (account !== undefined) return recognise(account);
  throw detailsRefused(
    'invalid_bank_account_iban',
    'iban',
    'This is not one of the test IBANs. Try DE89 3704 0044 0532 0130 00.',
  );
}

function usBankAccount(details: Params): Recognised {
  const routing = requiredText(details, 'routing_number').replaceAll(/\s/g, '');
  const number = requiredText(details, 'account_number').replaceAll(/\s/g, '');
  if (routing !== TEST_ROUTING_NUMBER) {
    throw detailsRefused(
      'routing_number_invalid',
      'routing_number',
      `You must use a test routing number. Try ${TEST_ROUTING_NUMBER}.`,
    );
  }
  const account = testBankAccountByNumber('us_bank_account', number);
  if (account !== undefined) return recognise(account);
  throw detailsRefused(
    'account_number_invalid',
    'account_number',
    'You must use a test bank account number. Try 000123456789.',
  );
}

function recognise({ type, number, outcome }: TestBankAccount): Recognised {
  const common = { fingerprint: fingerprintOf(number), last4: number.slice(-4) };
  if (type === 'sepa_debit') {
    const sepa = {
      ...common,
      bank_code: number.slice(4, 12),
      branch_code: '',
      country: number.slice(0, 2),
      generated_from: null,
    };
    return { type, details: { sepa_debit: sepa }, outcome };
  }
  const us = {
    ...common,
    account_holder_type: 'individual' as const,
    account_type: 'checking' as const,
    bank_name: 'STRIPE TEST BANK',
    financial_connections_account: null,
    networks: { preferred: 'ach', supported: ['ach' as const] },
    routing_number: TEST_ROUTING_NUMBER,
    status_details: null,
  };
  return { type, details: { us_bank_account: us }, outcome };
}
