import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { findAxeViolations } from '../../testing/axe.ts';
import { noAnswerYet } from '../../testing/canned-link.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { InsightsPanel } from './InsightsPanel.tsx';

const nordwind = { __typename: 'Customer', id: 'c1', name: 'Nordwind', email: 'pay@nordwind.test' };
const insight = (kind: string, evidence = {}) => ({
  __typename: 'Insight',
  id: `2026-11-16-${kind}`,
  kind,
  text: `A sentence about ${kind}.`,
  evidence: {
    __typename: 'InsightEvidence',
    from: '2026-10-19',
    to: '2026-11-15',
    accountCode: null,
    customer: null,
    ...evidence,
  },
});
const accounts = [{ __typename: 'Account', id: 'a6300', code: '6300' }];
const drawn = (...insights: readonly ReturnType<typeof insight>[]) =>
  renderPage(InsightsPanel, { answers: { Insights: () => ({ insights, accounts }) } });
const links = () =>
  screen.getAllByRole('link').map((link) => `${link.textContent} ${link.getAttribute('href')}`);

describe('what is worth a look', () => {
  it.each([
    [
      insight('SPENDING_UP', { accountCode: '6300' }),
      'See the entries /ledger/entries?account=a6300&from=2026-10-19&to=2026-11-15',
      'Look ahead /cash-flow',
    ],
    [
      insight('LATE_PAYER', { customer: nordwind }),
      'See the invoices of Nordwind /invoices?customer=c1&overdue=yes',
      'Write to Nordwind mailto:pay@nordwind.test',
    ],
    [
      insight('LATE_PAYER', { customer: { ...nordwind, email: null } }),
      'See the invoices of Nordwind /invoices?customer=c1&overdue=yes',
      'Open your customers /customers',
    ],
    [
      insight('LARGE_CUSTOMER', { customer: nordwind }),
      'See the invoices of Nordwind /invoices?customer=c1&from=2026-10-19&to=2026-11-15',
      'Try out what if /cash-flow',
    ],
    [
      insight('SHORT_RUNWAY'),
      'See the entries /ledger/entries?from=2026-10-19&to=2026-11-15',
      'Try out what if /cash-flow',
    ],
    [
      insight('SALES_CHANGED'),
      'See the invoices /invoices?from=2026-10-19&to=2026-11-15',
      'Look ahead /cash-flow',
    ],
    [
      insight('SLOWER_PAYMENTS'),
      'See what is owed /receivables',
      'See who is late /invoices?overdue=yes',
    ],
    [
      insight('UNCATEGORIZED'),
      'See the expenses /categorize',
      'Say what they were for /categorize',
    ],
  ])('says it, shows its evidence and one thing to do: %#', async (one, evidence, action) => {
    const { container } = await drawn(one);
    expect(await screen.findByText(one.text)).toBeInTheDocument();
    expect(links()).toEqual([evidence, action]);
    expect(await findAxeViolations(container)).toEqual([]);
  });

  it('says that nothing stands out', async () => {
    await drawn();
    expect(await screen.findByText('Nothing stands out in last week’s books.')).toBeInTheDocument();
  });

  it('holds its place while it waits', async () => {
    await renderPage(InsightsPanel, { answers: { Insights: () => noAnswerYet } });
    expect(screen.getByRole('region', { name: 'Worth a look this week' })).toBeInTheDocument();
    expect(screen.queryByText(/Nothing stands out/)).not.toBeInTheDocument();
  });

  it('says what went wrong and tries again', async () => {
    let isDown = true;
    const { user } = await renderPage(InsightsPanel, {
      answers: { Insights: () => (isDown ? new Error('offline') : { insights: [], accounts }) },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('FinFlow can’t be reached.');
    isDown = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nothing stands out in last week’s books.')).toBeInTheDocument();
  });
});
