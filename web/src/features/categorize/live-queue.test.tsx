import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { expense, rent, riddle, server, software, waitingFor } from '../../testing/expenses.ts';
import { findAxeViolations } from '../../testing/axe.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { Component as CategorizePage } from './CategorizePage.tsx';

type Expense = typeof server;

/** The page, while somebody else decides as well: the list is shorter when it is asked again, and the feed tells of it. */
async function open(...expenses: readonly Expense[]) {
  let waiting = expenses;
  const view = await renderPage(CategorizePage, {
    at: '/categorize',
    answers: {
      AcceptCategories: () => ({
        acceptCategories: { __typename: 'CategoriesAccepted', transactions: [] },
      }),
      Categorize: () => waitingFor(...waiting),
      CorrectCategory: ({ input }) => ({
        correctCategory: {
          __typename: 'TransactionCategorized',
          transaction: { __typename: 'Transaction', id: idIn(input), needsReview: false },
        },
      }),
    },
  });
  await row(/^Hetzner 10/);
  const told = (one: Expense, category: typeof rent, categorizedBy: 'PERSON' | 'MODEL') => {
    waiting = waiting.filter(({ id }) => id !== one.id);
    const transactionCategorized = { ...one, needsReview: false, category, categorizedBy };
    return view.emit('CategoryDecided', { transactionCategorized });
  };
  const decisions = () =>
    view.sent.flatMap(({ name, variables }) =>
      name === 'CorrectCategory' ? [idIn(variables['input'])] : [],
    );
  return { ...view, told, decisions };
}

const idIn = (input: unknown) =>
  typeof input === 'object' && input && 'transactionId' in input ? input.transactionId : null;
const row = (name: string | RegExp) => screen.findByRole('button', { name });
const isGone = (name: RegExp) =>
  waitFor(() => expect(screen.queryByRole('button', { name })).toBeNull());
const third = expense('t3', 'Zwirnhaus');

describe('while somebody else decides', () => {
  it('takes a row out and counts on, without a reload', async () => {
    const view = await open(server, riddle, third);
    expect(screen.getByText('3 expenses to look at')).toBeInTheDocument();
    await view.told(riddle, rent, 'PERSON');
    expect(screen.queryByRole('button', { name: /^Riddle/ })).toBeNull();
    expect(screen.getByText('2 expenses to look at')).toBeInTheDocument();
    expect(await row(/^Hetzner 10/)).toHaveFocus();
  });

  it('leaves the row at hand until it is left, and says what it is by now', async () => {
    const view = await open(server, riddle, third);
    await view.user.keyboard('j');
    await view.told(riddle, rent, 'PERSON');
    await waitFor(() =>
      expect(view.sent.filter(({ name }) => name === 'Categorize').length).toBeGreaterThan(1),
    );
    const held = await row(/^Riddle/);
    expect(held).toHaveFocus();
    expect(held).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText('Somebody decided it meanwhile: Rent.')).toBeVisible();
    expect(screen.getByText('2 expenses to look at')).toBeInTheDocument();
    expect(await findAxeViolations(view.container)).toEqual([]);
    await view.user.keyboard('1{Enter}');
    expect(view.decisions()).toEqual([]);
    expect(await row(/^Zwirnhaus/)).toHaveFocus();
    await isGone(/^Riddle/);
  });

  it('lets the last row go as well', async () => {
    const view = await open(server);
    await view.told(server, rent, 'PERSON');
    expect(screen.getByText('0 expenses to look at')).toBeInTheDocument();
    await view.user.click(await row(/^Go on/));
    expect(await screen.findByText('Everything has its category')).toBeInTheDocument();
  });

  it('tells a decision of the model from one of a person, and takes another category', async () => {
    const view = await open(server, riddle);
    await view.told(server, software, 'MODEL');
    expect(
      screen.getByText('FinFlow is sure of it by now: Software and services.'),
    ).toBeInTheDocument();
    await view.user.keyboard('c');
    expect(await screen.findByRole('dialog', { name: 'What was “Hetzner 10” for?' })).toBeVisible();
  });

  it('is not told of what it accepted by the dozen', async () => {
    const view = await open(server, riddle);
    await view.user.click(await row('Accept 2 likely ones'));
    await view.user.click(await row('Accept all'));
    await view.told(server, software, 'PERSON');
    await view.told(riddle, software, 'PERSON');
    expect(await screen.findByText('Everything has its category')).toBeInTheDocument();
    expect(screen.queryByText(/meanwhile/)).toBeNull();
  });

  it('is not told of its own decisions', async () => {
    const view = await open(server, riddle);
    await view.user.keyboard('{Enter}');
    await view.told(server, software, 'PERSON');
    expect(await row(/^Riddle/)).toHaveFocus();
    expect(view.decisions()).toEqual(['t1']);
    await isGone(/^Hetzner/);
    expect(screen.queryByText(/meanwhile/)).toBeNull();
  });
});
