import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { ComponentType } from 'react';
import { Component as CashFlowPage } from './features/cash-flow/CashFlowPage.tsx';
import { Component as CategorizePage } from './features/categorize/CategorizePage.tsx';
import { Component as CustomersPage } from './features/customers/CustomersPage.tsx';
import { Component as DashboardPage } from './features/dashboard/DashboardPage.tsx';
import { Component as InvoiceEditorPage } from './features/invoices/InvoiceEditorPage.tsx';
import { Component as InvoicePage } from './features/invoices/InvoicePage.tsx';
import { Component as InvoicesPage } from './features/invoices/InvoicesPage.tsx';
import { Component as PaymentPage } from './features/payments/PaymentPage.tsx';
import type { Answers } from './testing/canned-link.ts';
import { server, waitingFor } from './testing/expenses.ts';
import { customer, draftInvoice, me, openInvoice, page } from './testing/invoices.ts';
import { completedPayment } from './testing/payments.ts';
import { renderPage } from './testing/render-page.tsx';
import { owner, reader } from './testing/viewer.ts';

type Case = {
  readonly Page: ComponentType;
  readonly at: string;
  readonly path?: string | readonly string[];
  readonly answers: Answers;
  /** On the page for everybody who may read it. */
  readonly shown: string | RegExp;
  /** What somebody does there who may. */
  readonly control: string | RegExp;
  /** What stands there for others, where something must. */
  readonly instead?: string;
};

const sums = { totalAmount: openInvoice.total, totalDue: openInvoice.total };
const invoice = { at: '/invoices/i1', path: '/invoices/:id', Page: InvoicePage };
const payment = {
  path: '/payments/:id',
  Page: PaymentPage,
  answers: { PaymentPage: () => ({ payment: completedPayment }) },
  shown: 'Payment of INV-0001',
};
const customers = {
  Page: CustomersPage,
  answers: {
    Customers: () => ({ customers: page('Customer', [customer]) }),
    CustomerToEdit: () => ({ customer }),
  },
  shown: '€120.00',
};
const queue = {
  Page: CategorizePage,
  at: '/categorize',
  answers: { Categorize: () => waitingFor(server) },
  shown: 'Hetzner 10',
};
const dashboard = {
  Page: DashboardPage,
  at: '/',
  answers: {
    DemoBanner: () => ({ me: { ...me, organization: { ...me.organization, isDemo: true } } }),
    Dashboard: () => ({ dashboard: null, forecast: null }),
  },
};

const cases: Readonly<Record<string, Case>> = {
  'a new invoice, from the dashboard': {
    ...dashboard,
    shown: 'No figures yet',
    control: 'New invoice',
  },
  'the end of the sample company': {
    ...dashboard,
    shown: /You are looking at a sample company/,
    control: 'Remove sample data',
  },
  'a new invoice, from the list': {
    Page: InvoicesPage,
    at: '/invoices',
    answers: { Invoices: () => ({ invoices: { ...page('Invoice', [openInvoice]), ...sums } }) },
    shown: 'INV-0001',
    control: 'New invoice',
  },
  'a new invoice, at its own address': {
    Page: InvoiceEditorPage,
    at: '/invoices/new',
    answers: {
      InvoiceEditor: () => ({ me }),
      CustomerSearch: () => ({ customers: page('Customer', []) }),
    },
    shown: 'Invoices',
    control: /^Issue/,
    instead: 'Your role does not write invoices',
  },
  'a new invoice, where nothing can be forecast': {
    Page: CashFlowPage,
    at: '/cash-flow',
    answers: { CashFlow: () => ({ forecast: null, accounts: [] }) },
    shown: 'Nothing to go by yet',
    control: 'New invoice',
  },
  'the end of a draft': {
    ...invoice,
    answers: { InvoicePage: () => ({ me, invoice: draftInvoice }) },
    shown: 'Draft invoice',
    control: 'Issue',
  },
  'a payment that came in': {
    ...invoice,
    answers: { InvoicePage: () => ({ me, invoice: openInvoice }) },
    shown: 'Invoice INV-0001',
    control: 'Record payment',
  },
  'a payment that came in, at its own address': {
    ...invoice,
    at: '/invoices/i1?sheet=payment',
    answers: { InvoicePage: () => ({ me, invoice: openInvoice }) },
    shown: 'Record a payment',
    control: 'Record payment',
    instead: 'Your role does not record payments',
  },
  'a refund': { ...payment, at: '/payments/p1', control: 'Refund' },
  'a refund, at its own address': {
    ...payment,
    at: '/payments/p1?sheet=refund',
    control: 'Continue',
    instead: 'Your role does not refund payments',
  },
  'a new customer': { ...customers, at: '/customers', control: 'New customer' },
  'a new customer, at its own address': {
    ...customers,
    at: '/customers?sheet=new',
    control: /^Add/,
    instead: 'Your role does not add customers',
  },
  'the change of a customer': {
    ...customers,
    at: '/customers?sheet=c1',
    control: 'Save',
    instead: '12 High Street Dublin',
  },
  'the decision on an expense': {
    ...queue,
    control: /^It was Software/,
    instead: 'Travel, under 1 %',
  },
  'another category for an expense': { ...queue, control: /^Another category/ },
  'how sure is sure': { ...queue, control: 'Ask me when less sure than' },
};

const found = (name: string | RegExp) =>
  ['button', 'link', 'combobox'].flatMap((role) =>
    screen.queryAllByRole(role, { name, hidden: true }),
  );

describe.each(Object.entries(cases))('%s', (_what, { Page, shown, control, instead, ...view }) => {
  it('is offered to those who may', async () => {
    await renderPage(Page, { ...view, answers: { ...view.answers, Viewer: () => owner } });
    await screen.findAllByText(shown);
    await waitFor(() => expect(found(control)).not.toEqual([]));
  });

  it('is not offered to others', async () => {
    await renderPage(Page, { ...view, answers: { ...view.answers, Viewer: () => reader } });
    await screen.findAllByText(shown);
    if (instead) await screen.findByText(instead);
    expect(found(control)).toEqual([]);
  });
});

it('takes no key for a decision from those who may not decide', async () => {
  const { user, sent } = await renderPage(CategorizePage, {
    ...queue,
    answers: { ...queue.answers, Viewer: () => reader },
  });
  await waitFor(async () => expect(await screen.findByText('Hetzner 10')).toBeVisible());
  await user.keyboard('{Enter}1c');
  expect(sent.map(({ name }) => name)).not.toContain('CorrectCategory');
  expect(screen.queryByRole('dialog')).toBeNull();
});
