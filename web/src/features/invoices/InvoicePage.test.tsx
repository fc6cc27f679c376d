import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { localDateIn } from '../../lib/format-date.ts';
import { findAxeViolations } from '../../testing/axe.ts';
import { noAnswerYet } from '../../testing/canned-link.ts';
import { draftInvoice, eur, me, openInvoice } from '../../testing/invoices.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { Component as InvoicePage } from './InvoicePage.tsx';

const at = '/invoices/i1';
const path = '/invoices/:id';
const answers = { InvoicePage: () => ({ me, invoice: openInvoice }) };

const payment = {
  __typename: 'Payment',
  id: 'p1',
  status: 'FAILED',
  createdAt: '2026-10-09T12:00:00Z',
  amount: eur(12000n),
  amountRefunded: eur(0n),
  failure: {
    __typename: 'PaymentFailure',
    code: 'insufficient_funds',
    message: 'The card has insufficient funds.',
  },
};

describe('the page of an invoice', () => {
  it('shows the sheet, the sums and what happened', async () => {
    await renderPage(InvoicePage, { at, path, answers });
    const sheet = await screen.findByRole('article', { name: 'Invoice' });
    expect(within(sheet).getByText('Design retainer')).toBeInTheDocument();
    expect(within(sheet).getByText('€120.00')).toBeInTheDocument();
    const timeline = screen.getByRole('region', { name: 'Timeline' });
    expect(within(timeline).getByText('Issued')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Payment link' })).toHaveValue(
      'http://finflow.test/pay/token',
    );
    expect(screen.getByRole('link', { name: 'Journal entries' })).toHaveAttribute(
      'href',
      '/ledger/entries?invoice=i1',
    );
  });

  it('shows a payment as it happens, and why one failed', async () => {
    const page = await renderPage(InvoicePage, { at, path, answers });
    await screen.findByRole('article', { name: 'Invoice' });
    expect(screen.queryByRole('region', { name: 'Payments' })).not.toBeInTheDocument();
    const invoice = { ...openInvoice, payments: [payment] };
    await page.emit('InvoicePagePayment', { paymentChanged: { ...payment, invoice } });
    const payments = await screen.findByRole('region', { name: 'Payments' });
    expect(within(payments).getByText('The card has insufficient funds.')).toBeInTheDocument();
    await page.emit('InvoicePageChanged', {
      invoiceChanged: {
        ...openInvoice,
        status: 'PAID',
        amountPaid: eur(12000n),
        amountDue: eur(0n),
        payments: [{ ...payment, status: 'COMPLETED', failure: null }],
      },
    });
    expect(await screen.findByText('Completed')).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Amount' })).toHaveTextContent('Open€0.00');
    expect(screen.queryByRole('link', { name: 'Record payment' })).not.toBeInTheDocument();
  });

  it.each(['Pacific/Pago_Pago', 'Pacific/Kiritimati'])(
    'offers the day that it is at the company, in %s, whoever sits where',
    async (timeZone) => {
      const organization = { ...me.organization, timeZone };
      const answer = { InvoicePage: () => ({ me: { ...me, organization }, invoice: openInvoice }) };
      const before = localDateIn(timeZone, new Date());
      await renderPage(InvoicePage, { at: `${at}?sheet=payment`, path, answers: answer });
      const paidOn = await screen.findByLabelText<HTMLInputElement>('Paid on');
      expect([before, localDateIn(timeZone, new Date())]).toContain(paidOn.value);
    },
  );

  it('records a payment by hand, exactly', async () => {
    const paid = { ...openInvoice, amountPaid: eur(5050n), amountDue: eur(6950n) };
    const page = await renderPage(InvoicePage, {
      at,
      path,
      answers: {
        ...answers,
        RecordPayment: () => ({ recordPayment: { __typename: 'InvoiceSaved', invoice: paid } }),
      },
    });
    await page.user.click(await screen.findByRole('link', { name: 'Record payment' }));
    const amount = await screen.findByRole('textbox', { name: 'Amount' });
    expect(amount).toHaveValue('120.00');
    await page.user.clear(amount);
    await page.user.type(amount, '50,5');
    await page.user.click(screen.getByRole('button', { name: 'Record payment' }));
    expect(await screen.findByText('€50.50 was recorded')).toBeInTheDocument();
    const variables = page.sent.find(({ name }) => name === 'RecordPayment')?.variables;
    expect(variables).toMatchObject({
      input: { invoiceId: 'i1', amountMinor: '5050', method: 'BANK_TRANSFER' },
    });
    expect(screen.getByRole('region', { name: 'Amount' })).toHaveTextContent('€69.50');
  });

  it('says at the field what is wrong with a payment, and sends nothing', async () => {
    const { user, sent } = await renderPage(InvoicePage, {
      at: `${at}?sheet=payment`,
      path,
      answers,
    });
    const amount = await screen.findByRole('textbox', { name: 'Amount' });
    const paidOn = screen.getByLabelText('Paid on');
    expect(paidOn).toHaveAttribute('min', '2026-10-01');
    const record = screen.getByRole('button', { name: 'Record payment' });
    const change = (field: HTMLElement, value: string) =>
      fireEvent.change(field, { target: { value } });
    for (const typed of [
      '',
      ' ',
      '0',
      '-5',
      'ten',
      '1e9',
      '1.234',
      '$5',
      '\u200b',
      '9'.repeat(20),
    ]) {
      change(amount, typed);
      await user.click(record);
      await waitFor(() =>
        expect(amount).toHaveAccessibleDescription(
          /Enter an amount above zero, such as 1,234\.50\.$/,
        ),
      );
      expect(amount).toHaveFocus();
      change(amount, '5');
      await waitFor(() => expect(amount).toHaveAccessibleDescription('€120.00 is open.'));
    }
    for (const [day, said] of [
      ['', 'Choose the day the money came in.'],
      ['0202-11-22', 'Choose a day of the years 1900 to 2199.'],
      ['2999-11-22', 'Choose a day of the years 1900 to 2199.'],
      ['2026-09-30', 'The invoice was issued on 1 Oct 2026. Choose that day or a later one.'],
    ] as const) {
      change(paidOn, day);
      await user.click(record);
      await waitFor(() => expect(paidOn).toHaveAccessibleDescription(said));
    }
    expect(sent.some(({ name }) => name === 'RecordPayment')).toBe(false);
  });

  it('issues a draft after a question, once', async () => {
    const page = await renderPage(InvoicePage, {
      at: '/invoices/d1',
      path,
      answers: {
        InvoicePage: () => ({ me, invoice: draftInvoice }),
        IssueInvoice: () => ({
          issueInvoice: {
            __typename: 'InvoiceSaved',
            invoice: { ...openInvoice, id: 'd1', number: 'INV-0009' },
          },
        }),
      },
    });
    await page.user.click(await screen.findByRole('button', { name: 'Issue' }));
    const question = await screen.findByRole('alertdialog');
    await page.user.click(within(question).getByRole('button', { name: 'Issue' }));
    expect(await screen.findByText('Invoice INV-0009 was issued')).toBeInTheDocument();
    expect(page.sent.filter(({ name }) => name === 'IssueInvoice')).toEqual([
      {
        name: 'IssueInvoice',
        variables: { input: { invoiceId: 'd1', idempotencyKey: 'issue-d1' } },
      },
    ]);
  });

  it('keeps the question open when issuing is refused', async () => {
    const refusal = {
      __typename: 'Conflict',
      code: 'PERIOD_CLOSED',
      message: 'The books are closed through 30 November.',
      field: null,
    };
    const page = await renderPage(InvoicePage, {
      at: '/invoices/d1',
      path,
      answers: {
        InvoicePage: () => ({ me, invoice: draftInvoice }),
        IssueInvoice: () => ({ issueInvoice: refusal }),
      },
    });
    await page.user.click(await screen.findByRole('button', { name: 'Issue' }));
    const question = await screen.findByRole('alertdialog');
    await page.user.click(within(question).getByRole('button', { name: 'Issue' }));
    expect(await within(question).findByText(refusal.message)).toBeInTheDocument();
  });

  it('shows its shape while it waits', async () => {
    await renderPage(InvoicePage, { at, path, answers: { InvoicePage: () => noAnswerYet } });
    expect(screen.getByRole('status')).toHaveTextContent('Loading the invoice');
  });

  it('says so when there is no such invoice', async () => {
    await renderPage(InvoicePage, {
      at,
      path,
      answers: { InvoicePage: () => ({ me, invoice: null }) },
    });
    expect(await screen.findByText('This invoice does not exist')).toBeInTheDocument();
  });

  it('offers another try when it could not be loaded', async () => {
    await renderPage(InvoicePage, {
      at,
      path,
      answers: { InvoicePage: () => new Error('offline') },
    });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });

  it('has no accessibility faults', async () => {
    const invoice = { ...openInvoice, payments: [payment] };
    const { container } = await renderPage(InvoicePage, {
      at,
      path,
      answers: { InvoicePage: () => ({ me, invoice }) },
    });
    await screen.findByRole('article', { name: 'Invoice' });
    expect(await findAxeViolations(container)).toEqual([]);
  });
});
