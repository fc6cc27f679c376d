import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { findAxeViolations } from '../../testing/axe.ts';
import { noAnswerYet } from '../../testing/canned-link.ts';
import { eur, openInvoice } from '../../testing/invoices.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { PayContent } from './PayContent.tsx';

const payPage = {
  __typename: 'PayPage',
  organizationName: 'Northwind Studio',
  isPaid: false,
  amountDue: eur(12000n),
  latestPayment: null,
  invoice: openInvoice,
};

const payment = {
  __typename: 'Payment',
  id: 'p1',
  status: 'FAILED',
  completedAt: null,
  failure: {
    __typename: 'PaymentFailure',
    code: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
  },
  method: { __typename: 'PaymentMethod', kind: 'CARD', brand: 'visa', last4: '9995' },
};

const paidPage = {
  ...payPage,
  isPaid: true,
  amountDue: eur(0n),
  latestPayment: {
    ...payment,
    status: 'COMPLETED',
    completedAt: '2026-10-09T12:00:00Z',
    failure: null,
  },
};

const started = {
  startPayment: {
    __typename: 'PaymentStarted',
    payment: { __typename: 'Payment', id: 'p1', status: 'PENDING' },
    surface: {
      __typename: 'PaymentSurface',
      kind: 'SANDBOX_FRAME',
      publishableKey: 'pk_test_1',
      clientSecret: 'pi_1_secret_2',
      elementsUrl: 'http://sandbox.test/elements/card',
    },
  },
};

const draw = (page: unknown, more = {}) =>
  renderPage(PayContent, { answers: { PayPage: () => ({ payPage: page }), ...more } });

/** Speaks as a window of some origin does. */
const say = (origin: string, data: object, source: Window | null) =>
  act(async () => {
    window.dispatchEvent(new MessageEvent('message', { origin, source, data }));
  });

describe('the page behind a payment link', () => {
  it('says who asks for how much, what for and until when', async () => {
    const { container } = await draw(payPage);
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('€120.00');
    expect(screen.getByText('Northwind Studio sent you an invoice')).toBeInTheDocument();
    expect(screen.getByText('Due on 31 Oct 2026')).toBeInTheDocument();
    expect(screen.getByText('Design retainer', { exact: false })).toBeInTheDocument();
    expect(await findAxeViolations(container)).toEqual([]);
  });

  it('begins one payment for two clicks and shows the form of the provider’s origin', async () => {
    const { user, sent } = await draw(payPage, { StartPayment: () => started });
    await user.dblClick(await screen.findByRole('button', { name: 'Pay €120.00' }));
    const frame = new URL((await screen.findByTitle('Card details')).getAttribute('src') ?? '');
    expect(frame.origin).toBe('http://sandbox.test');
    expect(frame.searchParams.get('client_secret')).toBe('pi_1_secret_2');
    expect(frame.searchParams.get('parent_origin')).toBe(location.origin);
    const keys = sent
      .filter(({ name }) => name === 'StartPayment')
      .map(({ variables }) => JSON.stringify(variables));
    expect(new Set(keys).size).toBe(1);
  });

  it('believes the card form, and nobody else, that the money was taken', async () => {
    const { user } = await draw(payPage, { StartPayment: () => started });
    await user.click(await screen.findByRole('button', { name: 'Pay €120.00' }));
    const frame = await screen.findByTitle('Card details');
    if (!(frame instanceof HTMLIFrameElement)) throw new Error('The card form is a frame.');
    const done = { source: 'finflow-stripe-sandbox', type: 'succeeded' };
    await say('http://evil.test', done, frame.contentWindow);
    await say('http://sandbox.test', done, window);
    expect(screen.queryByText('Payment received')).not.toBeInTheDocument();
    await say('http://sandbox.test', done, frame.contentWindow);
    expect(await screen.findByText('Payment received')).toBeInTheDocument();
  });

  it('keeps the form after a declined card and says the bank’s reason', async () => {
    let page: unknown = payPage;
    const view = await renderPage(PayContent, {
      answers: { PayPage: () => ({ payPage: page }), StartPayment: () => started },
    });
    await view.user.click(await screen.findByRole('button', { name: 'Pay €120.00' }));
    const frame = await screen.findByTitle('Card details');
    page = { ...payPage, latestPayment: payment };
    await view.emit('PayPaymentChanged', { paymentChanged: payment });
    expect(await screen.findByText(/insufficient funds. Nothing was charged/)).toBeInTheDocument();
    expect(screen.getByTitle('Card details')).toBe(frame);
  });

  it('turns into a receipt when the payment arrives', async () => {
    let page: unknown = payPage;
    const view = await renderPage(PayContent, { answers: { PayPage: () => ({ payPage: page }) } });
    await screen.findByRole('button', { name: 'Pay €120.00' });
    page = paidPage;
    await view.emit('PayInvoiceChanged', {
      invoiceChanged: { __typename: 'Invoice', id: 'i1', status: 'PAID' },
    });
    expect(await screen.findByText('Receipt')).toBeInTheDocument();
    expect(screen.getByText('visa ending in 9995')).toBeInTheDocument();
    expect(await findAxeViolations(view.container)).toEqual([]);
  });

  it('says that a bank debit takes days', async () => {
    await draw({ ...payPage, latestPayment: { ...payment, status: 'PROCESSING', failure: null } });
    expect(await screen.findByText(/takes a few business days/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Pay/ })).not.toBeInTheDocument();
  });

  it('shows why a payment can’t begin', async () => {
    const { user } = await draw(payPage, {
      StartPayment: () => ({
        startPayment: {
          __typename: 'ProviderUnavailable',
          code: 'PROVIDER_UNAVAILABLE',
          message: 'The payment service does not answer.',
          field: null,
        },
      }),
    });
    await user.click(await screen.findByRole('button', { name: 'Pay €120.00' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('does not answer');
  });

  it.each([
    ['leads nowhere', () => ({ payPage: null })],
    [
      'was made by somebody else',
      () =>
        new CombinedGraphQLErrors({
          errors: [{ message: '', extensions: { code: 'UNAUTHENTICATED' } }],
        }),
    ],
  ])('says so when the link %s', async (_what, PayPage) => {
    await renderPage(PayContent, { answers: { PayPage } });
    expect(await screen.findByText('This payment link does not work')).toBeInTheDocument();
  });

  it('shows its shape while it waits, and offers another try after a fault', async () => {
    let answer: typeof noAnswerYet | Error = noAnswerYet;
    const first = await renderPage(PayContent, { answers: { PayPage: () => answer } });
    expect(screen.getByText('Loading the invoice')).toBeInTheDocument();
    answer = new Error('offline');
    await renderPage(PayContent, { answers: { PayPage: () => answer } });
    await waitFor(() => expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled());
    expect(first.sent).toHaveLength(1);
  });
});
