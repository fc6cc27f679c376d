import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { findAxeViolations } from '../../testing/axe.ts';
import { noAnswerYet } from '../../testing/canned-link.ts';
import { eur, page } from '../../testing/invoices.ts';
import { bank, rent, rentEntry } from '../../testing/ledger.ts';
import { viewer } from '../../testing/viewer.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { Component as AccountsPage } from './AccountsPage.tsx';
import { Component as EntriesPage } from './EntriesPage.tsx';
import { Component as EntryFormPage } from './EntryFormPage.tsx';
import { Component as EntryPage } from './EntryPage.tsx';
import { Component as TrialBalancePage } from './TrialBalancePage.tsx';

const Viewer = () => viewer(['ledger:write']);
const AccountChoice = () => ({ accounts: [bank, rent] });

describe('the chart of accounts', () => {
  it('shows balances, leads to what moved them and follows live entries', async () => {
    let balance = eur(500000n);
    const view = await renderPage(AccountsPage, {
      at: '/ledger',
      answers: { Viewer, Accounts: () => ({ accounts: [{ ...bank, balance }, rent] }) },
    });
    expect(await screen.findByText('€5,000.00')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Bank' })).toHaveAttribute(
      'href',
      '/ledger/entries?account=bank',
    );
    expect(await findAxeViolations(view.container)).toEqual([]);
    balance = eur(600000n);
    await view.emit('LedgerPosted', {
      ledgerEntryPosted: { __typename: 'JournalEntry', id: 'e2', sequence: 8 },
    });
    expect(await screen.findByText('€6,000.00')).toBeInTheDocument();
  });

  it('shows its shape while it waits, and offers no entry to whom it is not allowed', async () => {
    await renderPage(AccountsPage, {
      answers: { Viewer: () => viewer([]), Accounts: () => noAnswerYet },
    });
    expect(screen.getByText('Loading the accounts')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'New entry' })).not.toBeInTheDocument();
  });
});

describe('the journal', () => {
  it('asks for what its address says and shows both sides', async () => {
    const { container, sent } = await renderPage(EntriesPage, {
      at: '/ledger/entries?account=bank&from=2026-10-01&to=nonsense',
      answers: {
        Viewer,
        AccountChoice,
        Entries: () => ({ journalEntries: page('JournalEntry', [rentEntry]) }),
      },
    });
    expect(await screen.findByRole('link', { name: 'Rent of October' })).toHaveAttribute(
      'href',
      '/ledger/entries/e1',
    );
    expect(sent.find(({ name }) => name === 'Entries')?.variables).toEqual({
      filter: { accountId: 'bank', from: '2026-10-01' },
    });
    expect(await findAxeViolations(container)).toEqual([]);
  });

  it.each([
    ['/ledger/entries', 'The books are empty'],
    ['/ledger/entries?account=bank', 'No entry matches'],
  ])('at %s, when it is empty, says "%s"', async (at, title) => {
    const Entries = () => ({ journalEntries: page('JournalEntry', []) });
    await renderPage(EntriesPage, { at, answers: { Viewer, AccountChoice, Entries } });
    expect(await screen.findByText(title)).toBeInTheDocument();
  });

  it('offers another try when it could not be loaded', async () => {
    const Entries = () => new Error('offline');
    await renderPage(EntriesPage, { answers: { Viewer, AccountChoice, Entries } });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });
});

describe('the page of an entry', () => {
  it('shows its postings and its hash', async () => {
    const { container } = await renderPage(EntryPage, {
      at: '/ledger/entries/e1',
      path: '/ledger/entries/:id',
      answers: { EntryPage: () => ({ journalEntry: rentEntry }) },
    });
    expect(await screen.findByText('ab12cd34')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '6000 Rent' })).toBeInTheDocument();
    expect(await findAxeViolations(container)).toEqual([]);
  });

  it('says when there is no such entry', async () => {
    await renderPage(EntryPage, { answers: { EntryPage: () => ({ journalEntry: null }) } });
    expect(await screen.findByText('This entry does not exist')).toBeInTheDocument();
  });
});

describe('the trial balance', () => {
  it('asks for the day in its address and says that it is balanced', async () => {
    const { container, sent } = await renderPage(TrialBalancePage, {
      at: '/ledger/trial-balance?asOf=2026-09-30',
      answers: {
        TrialBalance: () => ({
          trialBalance: {
            __typename: 'TrialBalance',
            asOf: '2026-09-30',
            isBalanced: true,
            rows: [
              {
                __typename: 'TrialBalanceRow',
                account: bank,
                debit: eur(7000n),
                credit: eur(0n),
              },
            ],
            totals: [
              {
                __typename: 'TrialBalanceTotal',
                currency: 'EUR',
                debit: eur(7000n),
                credit: eur(7000n),
                difference: eur(0n),
              },
            ],
          },
        }),
      },
    });
    expect(await screen.findByText('Balanced')).toBeInTheDocument();
    expect(sent[0]?.variables).toEqual({ asOf: '2026-09-30' });
    expect(await findAxeViolations(container)).toEqual([]);
  });
});

const posted = {
  postJournalEntry: {
    __typename: 'JournalEntryPosted',
    entry: { __typename: 'JournalEntry', id: 'e9', sequence: 9 },
  },
};

/** Rent of 900 from the bank, whose side says `credit`; returns that field. */
async function fillIn(user: UserEvent, credit: string): Promise<HTMLElement> {
  await user.type(await screen.findByLabelText('Description'), 'Rent');
  const [debitAccount, creditAccount] = screen.getAllByLabelText('Account');
  const [debit] = screen.getAllByLabelText('Debit');
  const [, creditField] = screen.getAllByLabelText('Credit');
  if (!debitAccount || !creditAccount || !debit || !creditField) throw new Error('Two postings.');
  await user.selectOptions(debitAccount, 'rent');
  await user.type(debit, '900');
  await user.selectOptions(creditAccount, 'bank');
  await user.type(creditField, credit);
  return creditField;
}

describe('a new entry', () => {
  it('shows the difference, refuses unequal sides and posts equal ones', async () => {
    const { user, sent, router, container } = await renderPage(EntryFormPage, {
      at: '/ledger/entries/new',
      answers: { Viewer, AccountChoice, PostEntry: () => posted },
    });
    const credit = await fillIn(user, '90');
    expect(screen.getByText('€810.00')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Post entry' }));
    expect(await screen.findByText('Debits and credits are not equal.')).toBeInTheDocument();
    expect(await findAxeViolations(container)).toEqual([]);
    await user.type(credit, '0');
    await user.click(screen.getByRole('button', { name: 'Post entry' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/ledger/entries/e9'));
    expect(sent.find(({ name }) => name === 'PostEntry')?.variables).toMatchObject({
      input: {
        description: 'Rent',
        postings: [
          { accountId: 'rent', side: 'DEBIT', amountMinor: '90000' },
          { accountId: 'bank', side: 'CREDIT', amountMinor: '90000' },
        ],
      },
    });
  });

  it('sends the same key again after a failed try, so that nothing is posted twice', async () => {
    const answers: (Error | typeof posted)[] = [new Error('offline'), posted];
    const { user, sent, router } = await renderPage(EntryFormPage, {
      at: '/ledger/entries/new',
      answers: { Viewer, AccountChoice, PostEntry: () => answers.shift() ?? posted },
    });
    await fillIn(user, '900');
    const isSent = (times: number) => () =>
      expect(sent.filter(({ name }) => name === 'PostEntry')).toHaveLength(times);
    await user.click(screen.getByRole('button', { name: 'Post entry' }));
    await waitFor(isSent(1));
    await user.click(await screen.findByRole('button', { name: 'Post entry' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/ledger/entries/e9'));
    isSent(2)();
    const keys = sent.flatMap(({ name, variables }) =>
      name === 'PostEntry'
        ? [JSON.stringify(variables).match(/"idempotencyKey":"([^"]+)"/)?.[1]]
        : [],
    );
    expect(keys[0]).toEqual(expect.any(String));
    expect(keys[1]).toBe(keys[0]);
  });

  it('is not offered to whom it is not allowed', async () => {
    await renderPage(EntryFormPage, {
      answers: { Viewer: () => viewer([]), AccountChoice },
    });
    expect(await screen.findByText('Your role does not post entries')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Post entry' })).not.toBeInTheDocument();
  });
});
