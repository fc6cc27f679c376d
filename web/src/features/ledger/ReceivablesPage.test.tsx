import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { findAxeViolations } from '../../testing/axe.ts';
import { eur } from '../../testing/invoices.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { Component as ReceivablesPage } from './ReceivablesPage.tsx';

const receivables = (openCount: number) => ({
  receivables: {
    __typename: 'Receivables',
    asOf: '2026-09-30',
    open: eur(30000n),
    openCount,
    overdue: eur(12000n),
    overdueCount: 1,
    aging: [
      { __typename: 'AgingBucket', label: 'Not due', count: 2, amount: eur(18000n) },
      { __typename: 'AgingBucket', label: '1 to 30 days', count: 1, amount: eur(12000n) },
    ],
  },
});

const Invoiced = () => ({
  invoiced: { __typename: 'InvoicedTotal', count: 4, total: eur(99900n) },
});

describe('the receivables', () => {
  it('shows what was open on the day in the address, and what was invoiced between two', async () => {
    const { container, sent } = await renderPage(ReceivablesPage, {
      at: '/receivables?asOf=2026-09-30&from=2026-09-01&to=nonsense',
      answers: { Receivables: () => receivables(3), Invoiced },
    });
    expect(await screen.findByText('€300.00')).toBeInTheDocument();
    expect(await screen.findByText('€999.00')).toBeInTheDocument();
    expect(screen.getByText('1 to 30 days')).toBeInTheDocument();
    expect(sent.map(({ name, variables }) => [name, variables])).toEqual(
      expect.arrayContaining([
        ['Receivables', { asOf: '2026-09-30' }],
        ['Invoiced', { from: '2026-09-01', to: null }],
      ]),
    );
    expect(await findAxeViolations(container)).toEqual([]);
  });

  it('is glad when nobody owes anything', async () => {
    await renderPage(ReceivablesPage, { answers: { Receivables: () => receivables(0), Invoiced } });
    const title = await screen.findByText('Nobody owed anything');
    expect(title.closest('[data-kind]')).toHaveAttribute('data-kind', 'all-done');
  });

  it('offers another try when it could not be loaded', async () => {
    const Receivables = () => new Error('offline');
    await renderPage(ReceivablesPage, { answers: { Receivables, Invoiced } });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });
});
