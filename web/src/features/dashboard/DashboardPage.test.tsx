import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { findAxeViolations } from '../../testing/axe.ts';
import { noAnswerYet } from '../../testing/canned-link.ts';
import { eur, me } from '../../testing/invoices.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { Component as DashboardPage } from './DashboardPage.tsx';

const months = ['2026-09-01', '2026-10-01', '2026-11-01'].map((month, at) => ({
  __typename: 'CashFlowMonth',
  month,
  moneyIn: eur(50000n),
  moneyOut: eur(20000n),
  closingCash: eur(100000n + BigInt(at) * 30000n),
}));

const forecast = {
  __typename: 'Forecast',
  id: 'f1',
  isBaseline: true,
  intervalPercent: 80,
  points: [
    {
      __typename: 'ForecastPoint',
      month: '2026-12-01',
      median: eur(180000n),
      low: eur(150000n),
      high: eur(210000n),
    },
  ],
};

const dashboard = {
  __typename: 'Dashboard',
  asOf: '2026-11-22',
  cash: eur(160000n),
  expectedIn30Days: eur(40000n),
  expectedIn60Days: eur(55000n),
  expectedIn90Days: eur(60000n),
  overdue: eur(12050n),
  overdueCount: 2,
  openCount: 5,
  paidThisMonth: eur(99900n),
  months,
  forecast,
};

const answers = { DemoBanner: () => ({ me }), Dashboard: () => ({ dashboard }) };

describe('the dashboard', () => {
  it('answers four questions, each leading to its list', async () => {
    await renderPage(DashboardPage, { answers });
    expect(await screen.findByText('€1,600.00')).toBeInTheDocument();
    expect(screen.getByText('2 invoices are late')).toBeInTheDocument();
    expect(screen.getByText('€600.00')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Overdue' })).toHaveAttribute(
      'href',
      '/invoices?overdue=yes',
    );
    expect(screen.getByRole('link', { name: 'Expected in 30 days' })).toHaveAttribute(
      'href',
      '/invoices?status=OPEN,PARTIALLY_PAID',
    );
  });

  it('says the forecast in a sentence, marks it as a baseline, and shows it as a table', async () => {
    const { user } = await renderPage(DashboardPage, { answers });
    expect(
      await screen.findByText(/At the end of Dec 2026 it should be about €1,800.00, in 80 of 100/),
    ).toBeInTheDocument();
    expect(screen.getByText('Simple baseline')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show as table' }));
    const table = screen.getByRole('table');
    expect(within(table).getByText('Dec 2026, forecast')).toBeInTheDocument();
    expect(within(table).getByText('€2,100.00')).toBeInTheDocument();
  });

  it('follows a live event', async () => {
    let cash = 160000n;
    const page = await renderPage(DashboardPage, {
      answers: { ...answers, Dashboard: () => ({ dashboard: { ...dashboard, cash: eur(cash) } }) },
    });
    expect(await screen.findByText('€1,600.00')).toBeInTheDocument();
    cash = 172000n;
    await page.emit('DashboardInvoice', { invoiceChanged: { __typename: 'Invoice', id: 'i1' } });
    expect(await screen.findByText('€1,720.00')).toBeInTheDocument();
  });

  it('shows its shape while it waits', async () => {
    await renderPage(DashboardPage, { answers: { ...answers, Dashboard: () => noAnswerYet } });
    expect(screen.getByRole('status')).toHaveTextContent('Loading the dashboard');
  });

  it('shows the way on when there is nothing yet', async () => {
    await renderPage(DashboardPage, {
      answers: { ...answers, Dashboard: () => ({ dashboard: null }) },
    });
    expect(await screen.findByText('No figures yet')).toBeInTheDocument();
  });

  it('says what went wrong and tries again', async () => {
    let isDown = true;
    const { user } = await renderPage(DashboardPage, {
      answers: {
        ...answers,
        Dashboard: () => (isDown ? new Error('offline') : { dashboard }),
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('FinFlow can’t be reached.');
    isDown = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('€1,600.00')).toBeInTheDocument();
  });

  it('removes the sample company after a question', async () => {
    const demo = { ...me, organization: { ...me.organization, isDemo: true } };
    const page = await renderPage(DashboardPage, {
      answers: {
        ...answers,
        DemoBanner: () => ({ me: demo }),
        RemoveDemo: () => ({
          removeDemoOrganization: { __typename: 'DemoOrganizationRemoved', organizationId: 'o1' },
        }),
      },
    });
    await page.user.click(await screen.findByRole('button', { name: 'Remove sample data' }));
    const question = await screen.findByRole('alertdialog');
    await page.user.click(within(question).getByRole('button', { name: 'Remove sample data' }));
    expect(await screen.findByText('Another page')).toBeInTheDocument();
    expect(page.router.state.location.pathname).toBe('/welcome');
  });

  it('has no accessibility faults', async () => {
    const { container } = await renderPage(DashboardPage, { answers });
    await screen.findByText('€1,600.00');
    expect(await findAxeViolations(container)).toEqual([]);
  });
});
