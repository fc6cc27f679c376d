import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { findAxeViolations } from '../../testing/axe.ts';
import { noAnswerYet } from '../../testing/canned-link.ts';
import { customer, draftInvoice, eur, openInvoice, page } from '../../testing/invoices.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { Component as InvoicesPage } from './InvoicesPage.tsx';

const listOf = (...invoices: (typeof openInvoice | typeof draftInvoice)[]) => ({
  invoices: { ...page('Invoice', invoices), totalAmount: eur(12000n), totalDue: eur(7000n) },
});

describe('the list of invoices', () => {
  it('shows each invoice and the sums of the whole list', async () => {
    await renderPage(InvoicesPage, {
      at: '/invoices',
      answers: { Invoices: () => listOf(draftInvoice, openInvoice) },
    });
    expect(await screen.findByRole('link', { name: 'INV-0001' })).toHaveAttribute(
      'href',
      '/invoices/i1',
    );
    expect(screen.getByText('2 invoices')).toBeInTheDocument();
    expect(screen.getByText('€70.00')).toBeInTheDocument();
  });

  it('asks for what its address says, and nothing else', async () => {
    const { sent } = await renderPage(InvoicesPage, {
      at: '/invoices?status=PAID,NONSENSE&overdue=yes&customer=c1&from=2026-01-01&to=2026-02-31&search=acme',
      answers: {
        Invoices: () => listOf(openInvoice),
        CustomerChip: () => ({ customer }),
      },
    });
    await screen.findByRole('link', { name: 'INV-0001' });
    expect(sent.find(({ name }) => name === 'Invoices')?.variables).toEqual({
      filter: {
        status: ['PAID'],
        overdue: true,
        customerId: 'c1',
        issuedFrom: '2026-01-01',
        search: 'acme',
      },
    });
    expect(await screen.findByText('Alder & Finch', { selector: 'a' })).toBeInTheDocument();
  });

  it('keeps a search in the address', async () => {
    const { user, router } = await renderPage(InvoicesPage, {
      at: '/invoices',
      answers: { Invoices: () => listOf(openInvoice) },
    });
    await user.type(await screen.findByLabelText('Search number or customer'), 'alder');
    await waitFor(() => expect(router.state.location.search).toBe('?search=alder'));
    await user.click(await screen.findByRole('link', { name: 'Clear filters' }));
    expect(router.state.location.search).toBe('');
    expect(screen.getByLabelText('Search number or customer')).toHaveValue('');
  });

  it('shows its shape while it waits', async () => {
    await renderPage(InvoicesPage, { answers: { Invoices: () => noAnswerYet } });
    expect(screen.getByRole('status')).toHaveTextContent('Loading invoices');
  });

  it.each([
    ['/invoices', 'No invoices yet', 'nothing-yet'],
    ['/invoices?overdue=yes', 'Nobody is late', 'all-done'],
    ['/invoices?status=PAID', 'No invoice matches', 'no-match'],
  ])('at %s, when it is empty, says "%s"', async (at, title, kind) => {
    await renderPage(InvoicesPage, { at, answers: { Invoices: () => listOf() } });
    const state = await screen.findByText(title);
    expect(state.closest('[data-kind]')).toHaveAttribute('data-kind', kind);
  });

  it('offers another try when it could not be loaded', async () => {
    let isDown = true;
    const { user } = await renderPage(InvoicesPage, {
      answers: { Invoices: () => (isDown ? new Error('offline') : listOf(openInvoice)) },
    });
    await screen.findByRole('alert');
    isDown = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'INV-0001' })).toBeInTheDocument();
  });

  it('redraws a row when its invoice is paid elsewhere', async () => {
    let invoice: typeof openInvoice = openInvoice;
    const view = await renderPage(InvoicesPage, {
      answers: { Invoices: () => listOf(invoice) },
    });
    expect(await screen.findByText('Open', { selector: 'td span' })).toBeInTheDocument();
    const paid = { ...openInvoice, status: 'PAID', amountDue: eur(0n) };
    invoice = { ...openInvoice, ...JSON.parse(JSON.stringify(paid)) };
    await view.emit('InvoicesChanged', { invoiceChanged: paid });
    expect(await screen.findByText('Paid', { selector: 'td span' })).toBeInTheDocument();
  });

  it('has no accessibility faults', async () => {
    const { container } = await renderPage(InvoicesPage, {
      answers: { Invoices: () => listOf(openInvoice) },
    });
    await screen.findByRole('link', { name: 'INV-0001' });
    expect(await findAxeViolations(container)).toEqual([]);
  });
});
