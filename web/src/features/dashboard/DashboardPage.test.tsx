import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { findAxeViolations } from '../../testing/axe.ts';
import { noAnswerYet, type LaterPart } from '../../testing/canned-link.ts';
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
};

const answers = {
  DemoBanner: () => ({ me }),
  Dashboard: () => ({ dashboard, forecast }),
  Insights: () => ({ insights: [], accounts: [] }),
};

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
    const heads = 1;
    expect(within(table).getAllByRole('row')).toHaveLength(
      heads + months.length + forecast.points.length,
    );
  });

  it('follows a live event', async () => {
    let cash = 160000n;
    const page = await renderPage(DashboardPage, {
      answers: {
        ...answers,
        Dashboard: () => ({ dashboard: { ...dashboard, cash: eur(cash) }, forecast }),
      },
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

  it('shows nothing that a banner would push down', async () => {
    await renderPage(DashboardPage, { answers: { ...answers, DemoBanner: () => noAnswerYet } });
    expect(screen.getByRole('status')).toHaveTextContent('Loading the dashboard');
    expect(screen.queryByRole('heading', { name: 'Dashboard' })).not.toBeInTheDocument();
  });

  it('stands without a banner that can’t be asked for', async () => {
    const failed = () => new Error('offline');
    await renderPage(DashboardPage, { answers: { ...answers, DemoBanner: failed } });
    expect(await screen.findByRole('heading', { name: 'Dashboard' })).toBeInTheDocument();
  });

  it('shows the way on when there is nothing yet', async () => {
    await renderPage(DashboardPage, {
      answers: { ...answers, Dashboard: () => ({ dashboard: null, forecast: null }) },
    });
    expect(await screen.findByText('No figures yet')).toBeInTheDocument();
  });

  it('draws no line along zero for a company without any money yet', async () => {
    const zero = { moneyIn: eur(0n), moneyOut: eur(0n), closingCash: eur(0n) };
    const empty = { ...dashboard, months: months.map((month) => ({ ...month, ...zero })) };
    await renderPage(DashboardPage, {
      answers: { ...answers, Dashboard: () => ({ dashboard: empty, forecast: null }) },
    });
    expect(await screen.findByText('Nothing to draw yet')).toBeInTheDocument();
    expect(screen.queryByRole('figure')).toBeNull();
    expect(screen.getAllByRole('link', { name: 'New invoice' })).toHaveLength(2);
  });

  it('says what went wrong and tries again', async () => {
    let isDown = true;
    const { user } = await renderPage(DashboardPage, {
      answers: {
        ...answers,
        Dashboard: () => (isDown ? new Error('offline') : { dashboard, forecast }),
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('FinFlow can’t be reached.');
    isDown = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('€1,600.00')).toBeInTheDocument();
  });

  describe('whose forecast comes later', () => {
    /** The figures at once; the forecast when the test gives it. */
    function held() {
      const { promise, resolve } = Promise.withResolvers<LaterPart | Error>();
      return { answer: { first: { dashboard }, later: promise }, give: resolve };
    }
    const outlook = /At the end of Dec 2026 it should be about €1,800.00/;
    const refused = {
      data: { forecast: null },
      errors: [
        {
          message: 'This part of FinFlow does not answer at the moment.',
          path: ['forecast'],
          extensions: { code: 'SERVICE_UNAVAILABLE' },
        },
      ],
    };

    it('shows the figures first and holds the place of the forecast', async () => {
      const { answer, give } = held();
      const { container } = await renderPage(DashboardPage, {
        answers: { ...answers, Dashboard: () => answer },
      });
      expect(await screen.findByText('2 invoices are late')).toBeInTheDocument();
      expect(screen.getByText(/Cash is €1,600.00 today/)).toBeInTheDocument();
      expect(screen.getByRole('status')).toHaveTextContent('Loading the forecast');
      expect(screen.queryByText(/A forecast follows/)).not.toBeInTheDocument();
      expect(await findAxeViolations(container)).toEqual([]);
      await act(async () => give({ data: { forecast } }));
      expect(await screen.findByText(outlook)).toBeInTheDocument();
      expect(screen.queryByText('Loading the forecast')).not.toBeInTheDocument();
    });

    it('says when there is no forecast yet', async () => {
      const { answer, give } = held();
      await renderPage(DashboardPage, { answers: { ...answers, Dashboard: () => answer } });
      await act(async () => give({ data: { forecast: null } }));
      expect(await screen.findByText(/A forecast follows with more history/)).toBeInTheDocument();
    });

    it('says in its place that the forecast failed, keeps the figures, and tries again', async () => {
      let isDown = true;
      const { answer, give } = held();
      const { user } = await renderPage(DashboardPage, {
        answers: {
          ...answers,
          Dashboard: () => (isDown ? answer : { dashboard, forecast }),
        },
      });
      await act(async () => give(refused));
      const alert = await screen.findByRole('alert');
      expect(alert).toHaveTextContent('The forecast could not be loaded.');
      expect(screen.getByText('2 invoices are late')).toBeInTheDocument();
      expect(screen.queryByText(/A forecast follows/)).not.toBeInTheDocument();
      isDown = false;
      await user.click(within(alert).getByRole('button', { name: 'Try again' }));
      expect(await screen.findByText(outlook)).toBeInTheDocument();
      expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    });

    it('keeps the figures when the connection breaks before the forecast', async () => {
      const { answer, give } = held();
      await renderPage(DashboardPage, { answers: { ...answers, Dashboard: () => answer } });
      await screen.findByText('2 invoices are late');
      await act(async () => give(new Error('offline')));
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'The forecast could not be loaded.',
      );
      expect(screen.getByText('2 invoices are late')).toBeInTheDocument();
    });

    it('keeps the old forecast on screen while a newer one is on its way', async () => {
      const newer = held();
      let isFirst = true;
      const page = await renderPage(DashboardPage, {
        answers: {
          ...answers,
          Dashboard: () => (isFirst ? { dashboard, forecast } : newer.answer),
        },
      });
      expect(await screen.findByText(outlook)).toBeInTheDocument();
      const seen = watchFor(page.container, 'Loading the forecast');
      isFirst = false;
      await page.emit('DashboardForecast', {
        forecastUpdated: { __typename: 'Forecast', id: 'f2' },
      });
      await waitFor(() =>
        expect(page.sent.filter(({ name }) => name === 'Dashboard')).toHaveLength(2),
      );
      expect(screen.getByText(outlook)).toBeInTheDocument();
      const points = [{ ...forecast.points[0], median: eur(190000n) }];
      await act(async () => newer.give({ data: { forecast: { ...forecast, id: 'f2', points } } }));
      expect(await screen.findByText(/should be about €1,900.00/)).toBeInTheDocument();
      expect(seen()).toBe(false);
    });
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

/** Whether the text has stood on the page at any time since. */
function watchFor(container: HTMLElement, text: string): () => boolean {
  let isSeen = false;
  const look = () => {
    isSeen ||= container.textContent.includes(text);
  };
  const observer = new MutationObserver(look);
  observer.observe(container, { childList: true, subtree: true, characterData: true });
  return () => {
    look();
    observer.disconnect();
    return isSeen;
  };
}
