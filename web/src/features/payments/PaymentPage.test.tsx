import { describe, expect, it } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import { findAxeViolations } from '../../testing/axe.ts';
import { eur } from '../../testing/invoices.ts';
import { completedPayment } from '../../testing/payments.ts';
import { viewer } from '../../testing/viewer.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { Component as PaymentPage } from './PaymentPage.tsx';

const at = '/payments/p1';
const path = '/payments/:id';
const answers = {
  PaymentPage: () => ({ payment: completedPayment }),
  Viewer: () => viewer(['payments:write']),
};

describe('the page of a payment', () => {
  it('shows amount, fee, net, the way it was paid and what the books say', async () => {
    const { container } = await renderPage(PaymentPage, { at, path, answers });
    expect(await screen.findByText('€117.95')).toBeInTheDocument();
    expect(screen.getByText('€2.05')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '7 · Payment of INV-0001' })).toHaveAttribute(
      'href',
      '/ledger/entries/e1',
    );
    expect(await findAxeViolations(container)).toEqual([]);
  });

  it('gives a part back after asking once more, and twice with the same key', async () => {
    const { user, sent } = await renderPage(PaymentPage, {
      at: `${at}?sheet=refund`,
      path,
      answers: { ...answers, RefundPayment: () => new Error('offline') },
    });
    const amount = await screen.findByLabelText('Amount');
    expect(amount).toHaveValue('120.00');
    await user.clear(amount);
    await user.type(amount, '50');
    for (const _ of ['first', 'second']) {
      await user.click(await screen.findByRole('button', { name: 'Continue' }));
      await user.click(await screen.findByRole('button', { name: 'Refund €50.00' }));
      expect(await screen.findByRole('alert')).toHaveTextContent('can’t be reached');
    }
    const inputs = sent.filter(({ name }) => name === 'RefundPayment').map((one) => one.variables);
    expect(inputs).toHaveLength(2);
    expect(inputs[0]).toMatchObject({ input: { paymentId: 'p1', amountMinor: '5000' } });
    expect(inputs[1]).toEqual(inputs[0]);
  });

  it('asks for another refund after the provider would not make the first', async () => {
    const refused = {
      __typename: 'ProviderUnavailable',
      code: 'PROVIDER_REFUSED',
      message: 'The balance is too low.',
      field: null,
    };
    const { user, sent } = await renderPage(PaymentPage, {
      at: `${at}?sheet=refund`,
      path,
      answers: { ...answers, RefundPayment: () => ({ refundPayment: refused }) },
    });
    for (const _ of ['first', 'second']) {
      await user.click(await screen.findByRole('button', { name: 'Continue' }));
      await user.click(await screen.findByRole('button', { name: 'Refund €120.00' }));
      expect(await screen.findByRole('alert')).toHaveTextContent('The balance is too low.');
    }
    const inputs = sent.filter(({ name }) => name === 'RefundPayment').map((one) => one.variables);
    expect(inputs).toHaveLength(2);
    expect(inputs[1]).not.toEqual(inputs[0]);
  });

  it('leaves the focus where it is when the payment changes while it asks once more', async () => {
    let payment = completedPayment;
    const { user, emit } = await renderPage(PaymentPage, {
      at: `${at}?sheet=refund`,
      path,
      answers: { ...answers, PaymentPage: () => ({ payment }) },
    });
    await user.click(await screen.findByRole('button', { name: 'Continue' }));
    expect(screen.getByRole('button', { name: 'Change' })).toHaveFocus();
    const send = screen.getByRole('button', { name: 'Refund €120.00' });
    act(() => send.focus());
    payment = { ...completedPayment, fee: eur(300n) };
    await emit('PaymentPagePosted', {
      ledgerEntryPosted: { __typename: 'JournalEntry', id: 'e1' },
    });
    expect(await screen.findByText('€3.00')).toBeInTheDocument();
    expect(send).toHaveFocus();
  });

  it('refuses to give back more than there is', async () => {
    const { user, sent } = await renderPage(PaymentPage, {
      at: `${at}?sheet=refund`,
      path,
      answers,
    });
    await user.type(await screen.findByLabelText('Amount'), '0');
    await user.clear(screen.getByLabelText('Amount'));
    await user.type(screen.getByLabelText('Amount'), '120.01');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await screen.findByText(/at most €120.00/)).toBeInTheDocument();
    expect(sent.some(({ name }) => name === 'RefundPayment')).toBe(false);
  });

  it('offers no refund to whom it is not allowed', async () => {
    await renderPage(PaymentPage, {
      at,
      path,
      answers: { ...answers, Viewer: () => viewer([]) },
    });
    await screen.findByText('€117.95');
    expect(screen.queryByRole('link', { name: 'Refund' })).not.toBeInTheDocument();
  });

  it('says when there is no such payment', async () => {
    await renderPage(PaymentPage, {
      at,
      path,
      answers: { ...answers, PaymentPage: () => ({ payment: null }) },
    });
    expect(await screen.findByText('This payment does not exist')).toBeInTheDocument();
  });
});
