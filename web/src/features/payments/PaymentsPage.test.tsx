import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { findAxeViolations } from '../../testing/axe.ts';
import { noAnswerYet } from '../../testing/canned-link.ts';
import { page } from '../../testing/invoices.ts';
import { completedPayment } from '../../testing/payments.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { Component as PaymentsPage } from './PaymentsPage.tsx';

const listOf = (...payments: { readonly id: string }[]) => ({
  payments: page('Payment', payments),
});

describe('the list of payments', () => {
  it('shows each payment and leads to it', async () => {
    const { container } = await renderPage(PaymentsPage, {
      at: '/payments',
      answers: { Payments: () => listOf(completedPayment) },
    });
    const link = await screen.findByRole('link', { name: 'INV-0001' });
    expect(link).toHaveAttribute('href', '/payments/p1');
    expect(screen.getByText('Visa ending in 4242')).toBeInTheDocument();
    expect(await findAxeViolations(container)).toEqual([]);
  });

  it('asks for the statuses that its address says', async () => {
    const { sent } = await renderPage(PaymentsPage, {
      at: '/payments?status=REFUNDED,PARTIALLY_REFUNDED,NONSENSE',
      answers: { Payments: () => listOf() },
    });
    expect(await screen.findByText('No payment matches')).toBeInTheDocument();
    expect(sent[0]?.variables).toEqual({
      filter: { status: ['PARTIALLY_REFUNDED', 'REFUNDED'] },
    });
  });

  it('redraws a row at a live event', async () => {
    let payment = completedPayment;
    const view = await renderPage(PaymentsPage, { answers: { Payments: () => listOf(payment) } });
    expect(await screen.findByText('Completed', { selector: 'td span' })).toBeInTheDocument();
    payment = { ...completedPayment, status: 'REFUNDED' };
    await view.emit('PaymentsChanged', { paymentChanged: payment });
    expect(await screen.findByText('Refunded', { selector: 'td span' })).toBeInTheDocument();
  });

  it('shows a payment that has just begun', async () => {
    let payments = listOf(completedPayment);
    const view = await renderPage(PaymentsPage, { answers: { Payments: () => payments } });
    expect(await screen.findAllByRole('link', { name: 'INV-0001' })).toHaveLength(1);
    const begun = { ...completedPayment, id: 'p2', status: 'PENDING' };
    payments = listOf(begun, completedPayment);
    await view.emit('PaymentsChanged', { paymentChanged: begun });
    await waitFor(() => expect(screen.getAllByRole('link', { name: 'INV-0001' })).toHaveLength(2));
  });

  it('says how the first payment comes when there is none', async () => {
    await renderPage(PaymentsPage, { answers: { Payments: () => listOf() } });
    expect(await screen.findByText('No payments yet')).toBeInTheDocument();
  });

  it('shows its shape while it waits', async () => {
    await renderPage(PaymentsPage, { answers: { Payments: () => noAnswerYet } });
    expect(screen.getByText('Loading payments')).toBeInTheDocument();
  });

  it('offers another try when it could not be loaded', async () => {
    await renderPage(PaymentsPage, { answers: { Payments: () => new Error('offline') } });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });
});
