import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within, fireEvent } from '@testing-library/react';
import { findAxeViolations } from '../../testing/axe.ts';
import { type Answers, noAnswerYet } from '../../testing/canned-link.ts';
import { categories, riddle, server, waitingFor } from '../../testing/expenses.ts';
import { page } from '../../testing/invoices.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { Component as CategorizePage } from './CategorizePage.tsx';

const at = '/categorize';
const decided = ({ input }: Record<string, unknown>) => ({
  correctCategory: {
    __typename: 'TransactionCategorized',
    transaction: { __typename: 'Transaction', id: idIn(input), needsReview: false },
  },
});
const idIn = (input: unknown) =>
  typeof input === 'object' && input && 'transactionId' in input ? input.transactionId : null;

async function open(answers: Answers = {}) {
  const view = await renderPage(CategorizePage, {
    at,
    answers: {
      Categorize: () => waitingFor(server, riddle),
      CorrectCategory: decided,
      Categories: () => ({ categories }),
      ...answers,
    },
  });
  const decisions = () =>
    view.sent.filter(({ name }) => name === 'CorrectCategory').map(({ variables }) => variables);
  return { ...view, decisions };
}

const row = (name: string | RegExp) => screen.findByRole('button', { name });
/** The row at hand was there long enough to be read. */
const settled = () => waitFor(async () => expect(await row(/^It was Software/)).toBeEnabled());
const said = (transactionId: string, code: string) => ({
  input: { transactionId, category: code },
});

describe('the queue', () => {
  it('opens the first and says why it suggests what', async () => {
    await open();
    expect(await row(/^Hetzner 10/)).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText('“hetzner” is usual for it.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /It was Software and services 76 %/ })).toBeVisible();
    expect(screen.getByRole('button', { name: /Travel under 1 %/ })).toBeVisible();
    expect(await row(/Riddle GmbH.*Software and services, 76 %/)).toHaveAttribute(
      'aria-expanded',
      'false',
    );
  });

  it('is worked through by keyboard: next, previous, accept', async () => {
    const view = await open();
    expect(await row(/^Hetzner 10/)).toHaveFocus();
    await view.user.keyboard('j');
    expect(await row(/^Riddle/)).toHaveFocus();
    await view.user.keyboard('{ArrowUp}');
    expect(await row(/^Hetzner 10/)).toHaveFocus();
    await view.user.keyboard('{Enter}');
    expect(view.decisions()).toEqual([said('t1', 'SOFTWARE')]);
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Hetzner/ })).toBeNull());
    expect(await row(/^Riddle/)).toHaveFocus();
    expect(screen.getByText('1 expense to look at')).toBeInTheDocument();
    await settled();
    await view.user.keyboard('2');
    expect(view.decisions()[1]).toEqual(said('t2', 'RENT'));
    expect(await screen.findByText('Everything has its category')).toBeInTheDocument();
  });

  it.each([
    ['j', 'k'],
    ['{ArrowDown}', '{ArrowUp}'],
    ['j', '{ArrowUp}'],
  ])('goes to the next by %s and back by %s', async (next, previous) => {
    const view = await open();
    expect(await row(/^Hetzner 10/)).toHaveFocus();
    await view.user.keyboard(next);
    expect(await row(/^Riddle/)).toHaveFocus();
    await view.user.keyboard(previous);
    expect(await row(/^Hetzner 10/)).toHaveFocus();
    expect(view.decisions()).toEqual([]);
  });

  it.each([
    ['1', 'TELECOMS'],
    ['2', 'RENT'],
    ['3', 'TRAVEL'],
  ])('takes the alternative of the place by its figure: %s', async (key, code) => {
    const view = await open();
    expect(await row(/^Hetzner 10/)).toHaveFocus();
    await view.user.keyboard(key);
    expect(view.decisions()).toEqual([said('t1', code)]);
  });

  it('takes a key that is held down once', async () => {
    const view = await open();
    const first = await row(/^Hetzner 10/);
    expect(first).toHaveFocus();
    for (const key of ['Enter', '1']) fireEvent.keyDown(first, { key, repeat: true });
    expect(view.decisions()).toEqual([]);
    fireEvent.keyDown(first, { key: 'Enter' });
    await waitFor(() => expect(view.decisions()).toEqual([said('t1', 'SOFTWARE')]));
  });

  it('takes nothing for a row that nobody can have read yet', async () => {
    const view = await open();
    const first = await row(/^Hetzner 10/);
    fireEvent.keyDown(first, { key: 'Enter' });
    const second = await row(/^Riddle/);
    for (const key of ['Enter', '1']) fireEvent.keyDown(second, { key });
    fireEvent.click(screen.getByRole('button', { name: /It was Software/ }));
    expect(view.decisions()).toEqual([said('t1', 'SOFTWARE')]);
    await settled();
    fireEvent.keyDown(second, { key: 'Enter' });
    await waitFor(() => expect(view.decisions()).toHaveLength(2));
  });

  it('leaves keys with a modifier to the browser', async () => {
    const view = await open();
    expect(await row(/^Hetzner 10/)).toHaveFocus();
    await view.user.keyboard('{Control>}1{/Control}{Meta>}j{/Meta}');
    expect(view.decisions()).toEqual([]);
    expect(await row(/^Hetzner 10/)).toHaveFocus();
  });

  it('finds any other category by typing', async () => {
    const view = await open();
    expect(await row(/^Hetzner 10/)).toHaveFocus();
    await view.user.keyboard('c');
    const dialog = await screen.findByRole('dialog', { name: 'What was “Hetzner 10” for?' });
    await view.user.type(await within(dialog).findByLabelText('Search categories'), 'trav1');
    expect(within(dialog).getByText('No category matches.')).toBeInTheDocument();
    await view.user.keyboard('{Backspace}{Enter}');
    expect(view.decisions()).toEqual([said('t1', 'TRAVEL')]);
    await waitFor(async () => expect(await row(/^Riddle/)).toHaveFocus());
  });

  it('works by hand as well', async () => {
    const view = await open();
    await view.user.click(await row(/^Riddle/));
    await view.user.click(await row(/It was Telephone and internet/));
    expect(view.decisions()).toEqual([said('t2', 'TELECOMS')]);
  });

  it('brings back what was refused, with the reason', async () => {
    const refusal = {
      __typename: 'Conflict',
      code: 'TRANSACTION_REVERSED',
      message: 'This entry was taken back. Nothing was changed.',
      field: 'input.transactionId',
    };
    const view = await open({ CorrectCategory: () => ({ correctCategory: refusal }) });
    await view.user.click(await row(/It was Rent/));
    expect(await screen.findByRole('alert')).toHaveTextContent(refusal.message);
    expect(await row(/^Hetzner 10/)).toHaveAttribute('aria-expanded', 'false');
  });

  it('says at a row that the connection was lost, while the keys are at the next, and takes it again', async () => {
    let isOnline = false;
    const view = await open({
      CorrectCategory: (variables) => (isOnline ? decided(variables) : new Error('offline')),
    });
    expect(await row(/^Hetzner 10/)).toHaveFocus();
    await view.user.keyboard('{Enter}');
    const failed = (await screen.findByRole('alert')).closest('li');
    expect(failed).toHaveTextContent(/^Hetzner 10.*can’t be reached/);
    expect(await row(/^Riddle/)).toHaveFocus();
    isOnline = true;
    await view.user.keyboard('k');
    await settled();
    await view.user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(await screen.findByText('1 expense to look at')).toBeInTheDocument();
  });

  it('lets a decision be changed', async () => {
    const view = await open();
    await view.user.click(await row(/It was Rent/));
    await view.user.click(await row('Change Hetzner 10'));
    await view.user.click(await row(/^Travel/));
    expect(view.decisions()).toEqual([said('t1', 'RENT'), said('t1', 'TRAVEL')]);
    const panel = screen.getByRole('region', { name: 'Decided just now' });
    await waitFor(() => expect(panel).toHaveTextContent('Hetzner 10 is Travel'));
  });

  it('accepts all that are shown, after asking once more', async () => {
    const accepted = { __typename: 'CategoriesAccepted', transactions: [] };
    const view = await open({ AcceptCategories: () => ({ acceptCategories: accepted }) });
    await view.user.click(await row('Accept 2 likely ones'));
    await view.user.click(await row('Accept all'));
    expect(await screen.findByText('2 suggestions accepted')).toBeInTheDocument();
    expect(view.sent.find(({ name }) => name === 'AcceptCategories')?.variables).toEqual({
      input: {
        decisions: [
          { transactionId: 't1', category: 'SOFTWARE' },
          { transactionId: 't2', category: 'SOFTWARE' },
        ],
      },
    });
  });

  it('is told from when on to ask', async () => {
    const set = {
      __typename: 'CategoryThresholdSet',
      settings: { __typename: 'CategorySettings', threshold: 0.7 },
    };
    const view = await open({ SetCategoryThreshold: () => ({ setCategoryThreshold: set }) });
    await view.user.selectOptions(
      await screen.findByLabelText('Ask me when less sure than'),
      '70 %',
    );
    expect(view.sent.find(({ name }) => name === 'SetCategoryThreshold')?.variables).toEqual({
      input: { threshold: 0.7 },
    });
  });
});

describe('its faces', () => {
  it('shows its shape while it waits', async () => {
    await open({ Categorize: () => noAnswerYet });
    expect(screen.getByRole('status')).toHaveTextContent('Loading expenses');
    // The field's place: else the list would be pushed down when it comes.
    expect(screen.getByTestId('threshold')).toBeInTheDocument();
  });

  it('keeps the place of the field until it is known who looks', async () => {
    await open({ Viewer: () => noAnswerYet });
    expect(await row(/^Hetzner 10/)).toBeInTheDocument();
    expect(screen.getByTestId('threshold')).toBeInTheDocument();
  });

  it('keeps no place for a field that will not come', async () => {
    await open({ Viewer: () => new Error('offline') });
    expect(await row(/^Hetzner 10/)).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByTestId('threshold')).toBeNull());
  });

  it('says how to begin when there is nothing yet', async () => {
    const nothing = { ...waitingFor(), everything: { ...page('Transaction', []) } };
    await open({ Categorize: () => nothing });
    expect(await screen.findByText('No expenses yet')).toBeInTheDocument();
  });

  it('offers another try when it could not be loaded', async () => {
    await open({ Categorize: () => new Error('offline') });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });

  it('has no accessibility faults, also with all categories shown', async () => {
    const view = await open();
    expect(await findAxeViolations(view.container)).toEqual([]);
    await view.user.click(await row(/Another category/));
    await screen.findByLabelText('Search categories');
    expect(await findAxeViolations(document.body)).toEqual([]);
  });
});
