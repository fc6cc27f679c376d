import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { findAxeViolations } from '../../testing/axe.ts';
import { littleCredit, noCreditYet, plentyOfCredit } from '../../testing/credit.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { Component as CreditPage } from './CreditPage.tsx';

const draw = (answer: Record<string, unknown> | Error) =>
  renderPage(CreditPage, { at: '/credit', answers: { Credit: () => answer } });
const panel = (name: string) => within(screen.getByRole('region', { name }));

describe('the credit page of a business with plenty of books', () => {
  it('shows the score, its band, five reasons, what would raise it, and offers', async () => {
    const { container } = await draw(plentyOfCredit);
    expect(await screen.findByText('656')).toBeInTheDocument();
    expect(screen.getByText('Good')).toBeInTheDocument();
    expect(screen.getByText(/An ordinary business has 628/)).toBeInTheDocument();
    const reasons = within(panel('Why').getByRole('list', { name: 'Reasons' }));
    expect(reasons.getAllByRole('listitem')).toHaveLength(5);
    expect(reasons.getByText('\u221241')).toBeInTheDocument();
    expect(reasons.getByText('Paid late in words.')).toBeInTheDocument();
    expect(panel('What would raise it').getByText('€12,345.00')).toBeInTheDocument();
    expect(panel('What would raise it').getByText(/The score would be 690/)).toBeInTheDocument();
    expect(await findAxeViolations(container)).toEqual([]);
  });

  it('says before any amount that no lender stands behind the offers', async () => {
    await draw(plentyOfCredit);
    const offers = within(await screen.findByRole('region', { name: 'Loan offers' }));
    const notice = offers.getByText(/No lender stands behind it/);
    const amount = offers.getByText('€11,400.00');
    expect(notice.compareDocumentPosition(amount)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(offers.getByText('Term loan, 12 months')).toBeInTheDocument();
    expect(offers.getByText(/a month at 9.40 % a year/)).toBeInTheDocument();
  });

  it('shows all figures when asked', async () => {
    const { user } = await draw(plentyOfCredit);
    await user.click(await screen.findByRole('button', { name: 'Show all 6 figures' }));
    expect(screen.getByText('Net margin in words.')).toBeInTheDocument();
    expect(
      screen.getByText('With all of these it makes 656', { exact: false }),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show the first 5' }));
    expect(screen.queryByText('Net margin in words.')).not.toBeInTheDocument();
  });

  it('tells the history in a sentence, as a line and as a table', async () => {
    const { user, container } = await draw(plentyOfCredit);
    await screen.findByText('From 610 on 30 Sept 2026 to 656 on 22 Nov 2026.');
    expect(screen.getByRole('figure', { name: 'Chart of the score by month' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show as table' }));
    const rows = within(screen.getByRole('region', { name: 'Score by month' })).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual([
      'At the end ofScore',
      '22 Nov 2026656',
      '31 Oct 2026598',
      '30 Sept 2026610',
    ]);
    expect(await findAxeViolations(container)).toEqual([]);
  });

  it('asks again when a new forecast tells that the books have changed', async () => {
    const { emit, sent } = await draw(plentyOfCredit);
    await screen.findByText('656');
    await emit('CreditForecast', { forecastUpdated: { __typename: 'Forecast', id: 'f1' } });
    expect(sent.filter(({ name }) => name === 'Credit').length).toBeGreaterThan(1);
  });

  it('tells of another score alone, not of all that moves with it', async () => {
    const { container } = await draw(plentyOfCredit);
    await screen.findByText('656');
    const told = [...container.querySelectorAll('[aria-live]')];
    expect(told.map(({ textContent }) => textContent)).toEqual(['656of 1000']);
  });
});

describe('the credit page of others', () => {
  it('shows a first score without a line, and why there are no offers', async () => {
    const { container } = await draw(littleCredit);
    expect(await screen.findByText('512')).toBeInTheDocument();
    expect(screen.getByText('A line follows with the next month.')).toBeInTheDocument();
    expect(screen.getByText('Offers begin at a score of 550.')).toBeInTheDocument();
    expect(screen.getByText(/Nothing that stands in the books/)).toBeInTheDocument();
    expect(await findAxeViolations(container)).toEqual([]);
  });

  it('says what is missing for a score', async () => {
    const { container } = await draw(noCreditYet);
    const title = await screen.findByText('No score yet');
    expect(title.closest('[data-kind]')).toHaveAttribute('data-kind', 'nothing-yet');
    expect(screen.getByText(/There is 1 complete month so far/)).toBeInTheDocument();
    expect(await findAxeViolations(container)).toEqual([]);
  });

  it('says the same before the organization has any figures', async () => {
    await draw({ creditScore: null, creditScores: [], loanOffers: null });
    expect(await screen.findByText('No score yet')).toBeInTheDocument();
  });

  it('offers another try when it could not be loaded', async () => {
    await draw(new Error('offline'));
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });
});
