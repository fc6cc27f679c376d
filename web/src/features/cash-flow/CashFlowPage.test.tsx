import { describe, expect, it, jest } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { findAxeViolations } from '../../testing/axe.ts';
import { noAnswerYet } from '../../testing/canned-link.ts';
import {
  accounts,
  answering,
  CustomerSearch,
  customerId,
  ForecastRecord,
  inScenario,
  outlook,
  past,
  point,
} from '../../testing/outlook.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { Component as CashFlowPage } from './CashFlowPage.tsx';

const rowsOfTable = () =>
  within(screen.getByRole('region', { name: 'Figures by period' }))
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent).join(' | '));

describe('the cash-flow page', () => {
  it('says what is likely, in which range, what is known, and how sure it is', async () => {
    const { container } = await renderPage(CashFlowPage, {
      at: '/cash-flow',
      answers: answering(outlook),
    });
    expect(
      await screen.findByText(
        'Cash is €1,600.00 today. At the end of Dec 2026 it should be about €2,200.00, in 80 of 100 cases between €2,056.00 and €2,344.00.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('€200.00')).toBeInTheDocument();
    const legend = within(screen.getByRole('list', { name: 'Legend' })).getAllByRole('listitem');
    expect(legend.map(({ textContent }) => textContent)).toEqual([
      'Cash',
      'Forecast',
      '50 of 100 cases',
      '80 of 100 cases',
      '95 of 100 cases',
      'Today',
    ]);
    expect(
      within(screen.getByRole('region', { name: 'By account' })).getByText('Rent'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/off by €42.00 a month on average.*20 % less than/),
    ).toBeInTheDocument();
    expect(screen.getByText('Theta 60 %')).toBeInTheDocument();
    expect(
      await screen.findByText(/Of the last 2 months, 1 ended inside.*off by €123.00/),
    ).toBeInTheDocument();
    expect(screen.getByText('Outside')).toBeInTheDocument();
    expect(await findAxeViolations(container)).toEqual([]);
  });

  it('shows its figures as a table', async () => {
    const { user, container } = await renderPage(CashFlowPage, {
      at: '/cash-flow',
      answers: answering(outlook),
    });
    await user.click(await screen.findByRole('button', { name: 'Show as table' }));
    expect(rowsOfTable()).toEqual([
      'Period | Cash | 50 of 100 cases | 80 of 100 cases | 95 of 100 cases | Known | Expected',
      'Oct 2026 | €1,500.00 | As it was',
      'Nov 2026 | €1,600.00 | As it was',
      'Nov 2026, forecast | €1,900.00 | €1,850.00 to €1,950.00 | €1,820.00 to €1,980.00 | €1,805.00 to €1,995.00 | €100.00 | €200.00',
      'Dec 2026, forecast | €2,200.00 | €2,110.00 to €2,290.00 | €2,056.00 to €2,344.00 | €2,029.00 to €2,371.00 | €100.00 | €200.00',
    ]);
    expect(screen.getByRole('region', { name: 'Figures by period' })).toHaveAttribute(
      'tabindex',
      '0',
    );
    expect(screen.getByRole('rowheader', { name: 'Dec 2026, forecast' })).toBeInTheDocument();
    // In so wide a cell its end would be out of sight.
    for (const cell of screen.getAllByText('As it was'))
      expect(cell).toHaveStyle({ textAlign: 'start' });
    expect(await findAxeViolations(container)).toEqual([]);
  });

  it('adds up in the table what the month that runs has brought and will bring', async () => {
    const { user } = await renderPage(CashFlowPage, {
      at: '/cash-flow?show=REVENUE',
      answers: answering({ ...outlook, target: 'REVENUE' }),
    });
    await user.click(await screen.findByRole('button', { name: 'Show as table' }));
    expect(rowsOfTable().slice(1, 3)).toEqual([
      'Oct 2026 | €1,500.00 | As it was',
      'Nov 2026, forecast | €3,500.00 | €3,450.00 to €3,550.00 | €3,420.00 to €3,580.00 | €3,405.00 to €3,595.00 | €1,700.00 | €200.00',
    ]);
  });

  it('shows in the table what would be without the scenario', async () => {
    const { user } = await renderPage(CashFlowPage, {
      at: '/cash-flow?if=once_-40000_2026-12-01',
      answers: {
        ...answering(outlook),
        CashFlow: ({ input }) => ({
          forecast: (input as { scenario?: unknown }).scenario ? inScenario : outlook,
          accounts,
        }),
      },
    });
    await screen.findByText('Cash in the scenario');
    await user.click(screen.getByRole('button', { name: 'Show as table' }));
    const rows = rowsOfTable();
    expect(rows[0]).toMatch(/^Period \| Cash \| Without the scenario \| 50 of 100 cases/);
    expect(rows.at(-1)).toMatch(/^Dec 2026, forecast \| €1,800.00 \| €2,200.00 \| €1,710.00 to/);
  });

  it('asks for the figure and the periods that its address names', async () => {
    const { sent, user, router } = await renderPage(CashFlowPage, {
      at: '/cash-flow?show=EXPENSE&by=WEEK',
      answers: answering({ ...outlook, target: 'EXPENSE', grain: 'WEEK' }),
    });
    expect(await screen.findByText(/Expenses of 1 Dec to 31 Dec 2026/)).toBeInTheDocument();
    expect(sent.find(({ name }) => name === 'CashFlow')?.variables).toEqual({
      input: { target: 'EXPENSE', grain: 'WEEK', horizon: 13 },
    });
    await user.click(screen.getByRole('link', { name: 'Revenue' }));
    expect(router.state.location.search).toBe('?show=REVENUE&by=WEEK');
  });

  it('says that no period is old enough to compare with, and what failed there alone', async () => {
    const nothing = () => ({ forecast: { __typename: 'Forecast', id: 'r1', record: null } });
    await renderPage(CashFlowPage, {
      at: '/cash-flow',
      answers: { ...answering(outlook), ForecastRecord: nothing },
    });
    expect(await screen.findByText(/No period is old enough yet/)).toBeInTheDocument();
    await renderPage(CashFlowPage, {
      at: '/cash-flow',
      answers: { ...answering(outlook), ForecastRecord: () => new Error('offline') },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('FinFlow can’t be reached.');
    expect(screen.getAllByText(/should be about €2,200.00/)).toHaveLength(2);
  });

  it('warns when cash may run out', async () => {
    const dry = { ...outlook, points: [point('2026-12-01', '2026-12-31', -100n, 9000n)] };
    await renderPage(CashFlowPage, { at: '/cash-flow', answers: answering(dry) });
    expect(
      await screen.findByText('Cash is likely to run out by the end of Dec 2026.'),
    ).toBeInTheDocument();
  });

  it.each([
    [-500n, 'Cash is below zero, and likely to stay there to the end of Dec 2026.'],
    [800n, 'Cash is below zero. It is likely to be above zero again by the end of Dec 2026.'],
  ])('says of cash below zero where it goes: to %s', async (median, said) => {
    const now = [past('2026-11', '2026-11-22', -160000n)];
    const points = [point('2026-12-01', '2026-12-31', median, 9000n)];
    const red = { ...outlook, history: now, current: null, points };
    await renderPage(CashFlowPage, { at: '/cash-flow', answers: answering(red) });
    expect(await screen.findByText(said)).toBeInTheDocument();
    expect(screen.queryByText(/run(s)? out/)).not.toBeInTheDocument();
  });

  it('says that cash comes back when it stays, not when it dips below zero again', async () => {
    const red = {
      ...outlook,
      history: [past('2026-11', '2026-11-22', -160000n)],
      current: point('2026-11-23', '2026-11-30', 900n, 9000n),
      points: [
        point('2026-12-01', '2026-12-31', -500n, 9000n),
        point('2027-01-01', '2027-01-31', 800n, 9000n),
        point('2027-02-01', '2027-02-28', 900n, 9000n),
      ],
    };
    await renderPage(CashFlowPage, { at: '/cash-flow', answers: answering(red) });
    expect(
      await screen.findByText(/likely to be above zero again by the end of Jan 2027/),
    ).toBeInTheDocument();
  });

  it('says of a week on which day it ends', async () => {
    const weekly = { ...outlook, grain: 'WEEK' };
    await renderPage(CashFlowPage, { at: '/cash-flow?by=WEEK', answers: answering(weekly) });
    expect(await screen.findByText(/On 31 Dec 2026 it should be about/)).toBeInTheDocument();
  });

  it('tells two customers of one name apart', async () => {
    const complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const [alder] = outlook.customers;
    const namesake = { ...alder, customer: { ...alder?.customer, id: `${customerId}2` } };
    const twice = { ...outlook, customers: [alder, namesake] };
    await renderPage(CashFlowPage, { at: '/cash-flow', answers: answering(twice) });
    const parts = await screen.findByRole('region', { name: 'By customer' });
    expect(within(parts).getAllByRole('listitem')).toHaveLength(2);
    expect(complaints).not.toHaveBeenCalled();
    complaints.mockRestore();
  });

  it('says when there is little to go by', async () => {
    const little = { ...outlook, history: outlook.history.slice(1), backtest: null };
    await renderPage(CashFlowPage, { at: '/cash-flow', answers: answering(little) });
    expect(await screen.findByText(/Only 1 month of history so far/)).toBeInTheDocument();
    expect(screen.getByText(/too little history yet to measure/)).toBeInTheDocument();
  });

  it('follows a live forecast', async () => {
    let median = 220000n;
    const page = await renderPage(CashFlowPage, {
      at: '/cash-flow',
      answers: {
        CustomerSearch,
        ForecastRecord,
        CashFlow: () => ({
          forecast: { ...outlook, points: [point('2026-12-01', '2026-12-31', median, 9000n)] },
          accounts,
        }),
      },
    });
    expect(await screen.findByText(/should be about €2,200.00/)).toBeInTheDocument();
    median = 230000n;
    await page.emit('CashFlowForecast', { forecastUpdated: { __typename: 'Forecast', id: 'f3' } });
    expect(await screen.findByText(/should be about €2,300.00/)).toBeInTheDocument();
  });

  it('shows its shape while it waits', async () => {
    await renderPage(CashFlowPage, {
      at: '/cash-flow',
      answers: { CashFlow: () => noAnswerYet, ForecastRecord },
    });
    expect(screen.getByRole('status')).toHaveTextContent('Loading the forecast');
  });

  it('shows the way on when there is nothing to go by', async () => {
    await renderPage(CashFlowPage, { at: '/cash-flow', answers: answering(null) });
    const title = await screen.findByText('Nothing to go by yet');
    expect(title.closest('[data-kind]')).toHaveAttribute('data-kind', 'nothing-yet');
  });

  it('says what went wrong and tries again', async () => {
    let isDown = true;
    const { user } = await renderPage(CashFlowPage, {
      at: '/cash-flow',
      answers: {
        CustomerSearch,
        ForecastRecord,
        CashFlow: () => (isDown ? new Error('offline') : { forecast: outlook, accounts }),
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('FinFlow can’t be reached.');
    isDown = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/should be about €2,200.00/)).toBeInTheDocument();
  });
});
