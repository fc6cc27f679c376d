import { describe, expect, it, jest } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { findAxeViolations } from '../../testing/axe.ts';
import { chooseByTyping } from '../../testing/choose-by-typing.ts';
import { noAnswerYet } from '../../testing/canned-link.ts';
import { eur } from '../../testing/invoices.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { Component as CashFlowPage } from './CashFlowPage.tsx';

const customerId = '0198c0de-0000-7000-8000-000000000001';

const point = (start: string, end: string, median: bigint, half: bigint) => ({
  __typename: 'ForecastPoint',
  start,
  end,
  median: eur(median),
  intervals: [50n, 80n, 95n].map((percent) => ({
    __typename: 'ForecastInterval',
    percent: Number(percent),
    low: eur(median - (half * percent) / 50n),
    high: eur(median + (half * percent) / 50n),
  })),
  known: eur(10000n),
  expected: eur(20000n),
});

const past = (month: string, end: string, value: bigint) => ({
  __typename: 'ForecastPast',
  start: `${month}-01`,
  end,
  value: eur(value),
});

const outlook = {
  __typename: 'Forecast',
  id: 'f1',
  target: 'CASH_FLOW',
  grain: 'MONTH',
  asOf: '2026-11-22',
  method: 'KNOWN_AND_ENSEMBLE',
  currency: 'EUR',
  history: [past('2026-10', '2026-10-31', 150000n), past('2026-11', '2026-11-22', 160000n)],
  current: point('2026-11-23', '2026-11-30', 190000n, 5000n),
  points: [point('2026-12-01', '2026-12-31', 220000n, 9000n)],
  customers: [
    {
      __typename: 'ForecastCustomer',
      customer: { __typename: 'Customer', id: customerId, name: 'Alder & Finch' },
      known: eur(50000n),
      expected: eur(25000n),
    },
  ],
  categories: [
    { __typename: 'ForecastCategory', code: '6000', known: eur(-70000n), expected: eur(0n) },
    { __typename: 'ForecastCategory', code: null, known: eur(0n), expected: eur(-1200n) },
  ],
  members: [
    { __typename: 'ForecastMember', name: 'theta', weight: 0.6 },
    { __typename: 'ForecastMember', name: 'ets', weight: 0.4 },
  ],
  backtest: {
    __typename: 'ForecastBacktest',
    mase: 0.8,
    meanError: eur(4200n),
    origins: 4,
  },
  effects: [],
};

const accounts = [{ __typename: 'Account', id: 'a1', code: '6000', name: 'Rent' }];
const customer = { __typename: 'Customer', id: customerId, name: 'Alder & Finch' };
const ScenarioCustomer = () => ({ customer });

const rivers = { ...customer, id: '0198c0de-0000-7000-8000-000000000002', name: 'Rivers & Co' };
/** Answers as the endpoint does: those in whose name the searched text stands. */
const CustomerSearch = ({ search }: Record<string, unknown>) => ({
  customers: {
    __typename: 'CustomerConnection',
    pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
    edges: [customer, rivers]
      .filter(({ name }) =>
        name.toLowerCase().includes((typeof search === 'string' ? search : '').toLowerCase()),
      )
      .map((node) => ({ __typename: 'CustomerEdge', node: { ...node, address: null } })),
  },
});
const record = {
  __typename: 'ForecastRecord',
  insideShare: 0.5,
  meanError: eur(12300n),
  forecasts: [true, false].map((isInside, at) => ({
    __typename: 'PastForecast',
    start: `2026-0${at + 8}-01`,
    end: `2026-0${at + 8}-30`,
    isInside,
    wasPublished: isInside,
    median: eur(100000n),
    low: eur(90000n),
    high: eur(110000n),
    actual: eur(105000n),
  })),
};
const ForecastRecord = () => ({ forecast: { __typename: 'Forecast', id: 'r1', record } });
const answering = (forecast: unknown) => ({
  CashFlow: () => ({ forecast, accounts }),
  ScenarioCustomer,
  CustomerSearch,
  ForecastRecord,
});

/** The lowest line of a scenario that costs 400. */
const inScenario = {
  ...outlook,
  id: 'f2',
  points: [point('2026-12-01', '2026-12-31', 180000n, 9000n)],
  effects: [eur(-40000n)],
};

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

  it('keeps the focus near a change that was taken back', async () => {
    const { user } = await renderPage(CashFlowPage, {
      at: '/cash-flow?if=once_-10000_2026-12-01&if=once_-20000_2026-12-01',
      answers: answering({ ...inScenario, effects: [eur(-10000n), eur(-20000n)] }),
    });
    await user.click(await screen.findByRole('button', { name: /Take back: €200.00/ }));
    expect(screen.getByRole('button', { name: /Take back: €100.00/ })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('button', { name: /Take back/ })).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'What if ...?' })).toHaveFocus();
  });

  it('keeps the focus when all of a full scenario is taken back', async () => {
    const ten = Array.from({ length: 10 }, () => 'if=once_-10000_2026-12-01').join('&');
    const { user } = await renderPage(CashFlowPage, {
      at: `/cash-flow?${ten}`,
      answers: answering(inScenario),
    });
    const clear = await screen.findByRole('button', { name: 'Clear all' });
    expect(screen.queryByRole('link', { name: 'What if ...?' })).not.toBeInTheDocument();
    await user.click(clear);
    expect(await screen.findByRole('link', { name: 'What if ...?' })).toHaveFocus();
  });

  it('takes a delay of as many days from an address as from its form', async () => {
    const { sent } = await renderPage(CashFlowPage, {
      at: `/cash-flow?if=late_${customerId}_366&if=late_${customerId}_365`,
      answers: answering(inScenario),
    });
    expect(await screen.findByText(/Alder & Finch pays 365 days later/)).toBeInTheDocument();
    expect(
      screen.getByText('1 change in this address can’t be used and is left out.'),
    ).toBeInTheDocument();
    expect(sent.filter(({ name }) => name === 'CashFlow').at(-1)?.variables).toMatchObject({
      input: { scenario: [{ paysLater: { customerId, days: 365 } }] },
    });
  });

  it('says when there is little to go by', async () => {
    const little = { ...outlook, history: outlook.history.slice(1), backtest: null };
    await renderPage(CashFlowPage, { at: '/cash-flow', answers: answering(little) });
    expect(await screen.findByText(/Only 1 month of history so far/)).toBeInTheDocument();
    expect(screen.getByText(/too little history yet to measure/)).toBeInTheDocument();
  });

  it('tries a scenario: adds a change, says what it does, and takes it back', async () => {
    const { user, router, container } = await renderPage(CashFlowPage, {
      at: '/cash-flow',
      answers: {
        CustomerSearch,
        ForecastRecord,
        CashFlow: ({ input }) => ({
          forecast: (input as { scenario?: unknown[] }).scenario ? inScenario : outlook,
          accounts,
        }),
      },
    });
    await user.click(await screen.findByRole('link', { name: 'What if ...?' }));
    const sheet = await screen.findByRole('dialog');
    await user.selectOptions(within(sheet).getByLabelText('What if'), 'monthly-out');
    await user.click(within(sheet).getByRole('button', { name: 'Add to scenario' }));
    expect(within(sheet).getByText(/Enter an amount above zero/)).toBeInTheDocument();
    await user.type(within(sheet).getByLabelText('Amount'), '400');
    await user.click(within(sheet).getByRole('button', { name: 'Add to scenario' }));
    expect(router.state.location.search).toBe('?if=monthly_-40000_2026-11-23');
    expect(await screen.findByText(': €400.00 less by the end')).toBeInTheDocument();
    expect(screen.getByText('Cash in the scenario')).toBeInTheDocument();
    expect(
      within(screen.getByRole('list', { name: 'Legend' })).getByText('Without the scenario'),
    ).toBeInTheDocument();
    expect(screen.getByText(/should be about €1,800.00/)).toBeInTheDocument();
    expect(await findAxeViolations(container)).toEqual([]);
    await user.click(
      screen.getByRole('button', { name: /Take back: €400.00 goes out every month/ }),
    );
    expect(router.state.location.search).toBe('');
    expect(await screen.findByText(/should be about €2,200.00/)).toBeInTheDocument();
  });

  it('finds the customer of a scenario among all by typing, and asks for one where none was chosen', async () => {
    const { user, router, sent, container } = await renderPage(CashFlowPage, {
      at: '/cash-flow?sheet=scenario',
      answers: answering(inScenario),
    });
    const add = await screen.findByRole('button', { name: 'Add to scenario' });
    await user.click(add);
    const field = screen.getByRole('combobox', { name: 'Customer' });
    await waitFor(() => expect(field).toHaveFocus());
    expect(field).toHaveAccessibleDescription('Choose a customer.');
    await user.paste('nobody');
    expect(await screen.findByText('No customer matches.')).toBeInTheDocument();
    await chooseByTyping(user, 'Customer', 'rivers', 'Rivers & Co');
    expect(sent.some(({ variables }) => variables?.['search'] === 'rivers')).toBe(true);
    expect(await findAxeViolations(container.ownerDocument.body)).toEqual([]);
    await user.click(add);
    expect(router.state.location.search).toBe(`?if=late_${rivers.id}_30`);
  });

  it('says at the field what is wrong with a change', async () => {
    const { user, router } = await renderPage(CashFlowPage, {
      at: '/cash-flow?sheet=scenario',
      answers: answering(inScenario),
    });
    const add = await screen.findByRole('button', { name: 'Add to scenario' });
    await user.selectOptions(screen.getByLabelText('What if'), 'once-in');
    const change = (field: string, value: string) =>
      fireEvent.change(screen.getByLabelText(field), { target: { value } });
    for (const [amount, day, field, said] of [
      ['', '2027-01-01', 'Amount', 'Enter an amount above zero, such as 1,234.50.'],
      ['-1', '2027-01-01', 'Amount', 'Enter an amount above zero, such as 1,234.50.'],
      [
        '1.005',
        '2027-01-01',
        'Amount',
        'EUR has 2 decimals at most. Enter an amount above zero, such as 1,234.50.',
      ],
      ['100000000000', '2027-01-01', 'Amount', 'Enter an amount of at most €99,999,999,999.99.'],
      ['5', '', 'On', 'Choose a day to come.'],
      ['5', '2026-11-22', 'On', 'Choose a day to come.'],
      ['5', '0202-11-22', 'On', 'Choose a day of the years 1900 to 2199.'],
      ['5', '2999-11-22', 'On', 'Choose a day of the years 1900 to 2199.'],
    ] as const) {
      change('Amount', amount);
      change('On', day);
      await user.click(add);
      const wrong = screen.getByLabelText(field);
      await waitFor(() => expect(wrong).toHaveAccessibleDescription(said));
      expect(wrong).toHaveFocus();
    }
    expect(router.state.location.search).toBe('?sheet=scenario');
    change('Amount', '99999999999.99');
    change('On', '2027-01-01');
    await user.click(add);
    expect(router.state.location.search).toBe('?if=once_9999999999999_2027-01-01');
  });

  it('says when the customers can’t be had, asks again, and does without them', async () => {
    let isDown = true;
    const { user } = await renderPage(CashFlowPage, {
      at: '/cash-flow?sheet=scenario',
      answers: {
        ...answering(outlook),
        CustomerSearch: (variables) => (isDown ? new Error('offline') : CustomerSearch(variables)),
      },
    });
    const sheet = await screen.findByRole('dialog');
    expect(await within(sheet).findByRole('alert')).toHaveTextContent(
      'The customers can’t be shown. FinFlow can’t be reached.',
    );
    isDown = false;
    await user.click(within(sheet).getByRole('button', { name: 'Try again' }));
    await chooseByTyping(user, 'Customer', 'alder', 'Alder & Finch');
    expect(within(sheet).queryByRole('alert')).not.toBeInTheDocument();
  });

  it('reads a scenario from its address and leaves out what makes no sense', async () => {
    const { sent } = await renderPage(CashFlowPage, {
      at: `/cash-flow?if=late_${customerId}_30&if=evil_1&if=once_x_2026-12-01`,
      answers: answering(inScenario),
    });
    expect(await screen.findByText(/Alder & Finch pays 30 days later/)).toBeInTheDocument();
    expect(sent.filter(({ name }) => name === 'CashFlow').at(-1)?.variables).toMatchObject({
      input: { scenario: [{ paysLater: { customerId, days: 30 } }] },
    });
  });

  it('takes a scenario along to another figure, and says where it changes nothing', async () => {
    const { sent, user, router } = await renderPage(CashFlowPage, {
      at: `/cash-flow?by=WEEK&if=late_${customerId}_30`,
      answers: {
        ...answering(inScenario),
        CashFlow: ({ input }) => ({
          forecast: { ...inScenario, ...(input as object), effects: [eur(0n)] },
          accounts,
        }),
      },
    });
    expect(await screen.findByText(': no change of cash by the end')).toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: 'Revenue' }));
    expect(router.state.location.search).toBe(`?show=REVENUE&by=WEEK&if=late_${customerId}_30`);
    expect(await screen.findByText(': no change of revenue by the end')).toBeInTheDocument();
    expect(screen.getByText('Revenue in the scenario')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'What if ...?' })).toBeInTheDocument();
    expect(sent.filter(({ name }) => name === 'CashFlow').at(-1)?.variables).toMatchObject({
      input: { target: 'REVENUE', scenario: [{ paysLater: { customerId, days: 30 } }] },
    });
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
