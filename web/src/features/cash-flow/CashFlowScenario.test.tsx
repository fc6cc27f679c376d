import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { findAxeViolations } from '../../testing/axe.ts';
import { chooseByTyping } from '../../testing/choose-by-typing.ts';
import { eur } from '../../testing/invoices.ts';
import {
  accounts,
  answering,
  CustomerSearch,
  customerId,
  ForecastRecord,
  inScenario,
  outlook,
  rivers,
} from '../../testing/outlook.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { Component as CashFlowPage } from './CashFlowPage.tsx';

describe('a scenario on the cash-flow page', () => {
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

  it('takes no change of a past day from an address, as its form does', async () => {
    const { sent } = await renderPage(CashFlowPage, {
      at: '/cash-flow?if=once_-10000_2026-11-22&if=monthly_-20000_2026-10-01&if=once_-30000_2026-11-23',
      answers: answering(inScenario),
    });
    expect(
      await screen.findByText(
        '2 changes in this address can’t be used and are left out. 2 dates are past. Choose a day to come.',
      ),
    ).toBeInTheDocument();
    expect(await screen.findByText('Scenario')).toBeInTheDocument();
    const asked = sent.filter(({ name }) => name === 'CashFlow').map(({ variables }) => variables);
    expect(asked).toHaveLength(2);
    expect(asked[1]).toMatchObject({
      input: { scenario: [{ once: { amountMinor: '-30000', on: '2026-11-23' } }] },
    });
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
});
