import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { findAxeViolations } from '../../testing/axe.ts';
import { noAnswerYet } from '../../testing/canned-link.ts';
import { customer, draftInvoice, me, openInvoice, page } from '../../testing/invoices.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { Component as InvoiceEditorPage } from './InvoiceEditorPage.tsx';

const at = '/invoices/new';
const path = [at, '/invoices/:id/edit'];

const answers = {
  InvoiceEditor: ({ isNew }: Record<string, unknown>) =>
    isNew ? { me } : { me, invoice: draftInvoice },
  CustomerSearch: () => ({ customers: page('Customer', [customer]) }),
  SaveDraft: () => ({ saveInvoiceDraft: { __typename: 'InvoiceSaved', invoice: draftInvoice } }),
  IssueInvoice: () => ({
    issueInvoice: { __typename: 'InvoiceSaved', invoice: { ...openInvoice, id: 'd1' } },
  }),
};

/** Opens the editor for a new invoice and chooses the customer, by keyboard. */
async function openEditor(more: Partial<typeof answers> = {}) {
  const view = await renderPage(InvoiceEditorPage, { at, path, answers: { ...answers, ...more } });
  await view.user.click(await screen.findByRole('combobox', { name: 'Customer' }));
  await view.user.keyboard('alder');
  await screen.findByRole('option', { name: 'Alder & Finch' });
  await view.user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(preview()).toHaveTextContent('Alder & Finch'));
  return view;
}

const preview = () => screen.getByRole('article', { name: 'Invoice' });

const saves = (sent: readonly { name: string; variables: Record<string, unknown> }[]) =>
  sent
    .filter(({ name }) => name === 'SaveDraft')
    .map(({ variables }) => new Map(Object.entries(variables['input'] ?? {})))
    .map((input) => ({ id: input.get('id') }));

describe('the invoice editor', () => {
  it('previews with the rounding of the books and saves the draft with Ctrl+S', async () => {
    const { user, sent } = await openEditor();
    await user.click(screen.getByLabelText('Description'));
    await user.keyboard('Consulting{Tab}');
    await user.keyboard('{Control>}a{/Control}2,5{Tab}1,200.50{Tab}10{Tab}20');
    // 2.5 * 1200.50 = 3001.25; less 10% = 2701.125, to even 2701.12; 20% of it = 540.224.
    expect(preview()).toHaveTextContent('€2,701.12');
    expect(preview()).toHaveTextContent('Total€3,241.34');
    await user.keyboard('{Control>}s{/Control}');
    expect(await screen.findByText('Draft saved')).toBeInTheDocument();
    expect(sent.find(({ name }) => name === 'SaveDraft')?.variables).toMatchObject({
      input: {
        customerId: 'c1',
        notes: null,
        lines: [
          {
            description: 'Consulting',
            quantity: '2.5',
            unitPriceMinor: '120050',
            discountPercent: '10',
            taxPercent: '20',
          },
        ],
      },
    });
  });

  it('says of dinars that cards can not take the last decimal', async () => {
    const organization = { ...me.organization, id: 'o2', baseCurrency: 'KWD' };
    const { user } = await openEditor({
      InvoiceEditor: () => ({ me: { ...me, organization } }),
    });
    const note = () => screen.queryByText(/^Cards can’t take the last decimal/);
    await user.click(screen.getByLabelText('Description'));
    await user.keyboard('Consulting{Tab}{Tab}1.230');
    await waitFor(() => expect(preview()).toHaveTextContent('1.230'));
    expect(note()).toBeNull();
    await user.keyboard('{Control>}a{/Control}1.234');
    await waitFor(() => expect(note()).toBeInTheDocument());
  });

  it('makes one draft however often and fast it is saved', async () => {
    const { user, sent, router } = await openEditor();
    await user.click(screen.getByLabelText('Description'));
    await user.keyboard('Consulting{Tab}{Tab}10');
    await user.keyboard('{Control>}ss{/Control}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/invoices/d1/edit'));
    await user.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(saves(sent).length).toBeGreaterThan(1));
    // The second press may come after the first answer, and then changes the draft.
    const [first, ...later] = saves(sent).map(({ id }) => id);
    expect(first).toBeUndefined();
    expect(new Set(later)).toEqual(new Set(['d1']));
  });

  it('opens a further line with Tab in the last cell, and lets an empty one go', async () => {
    const { user } = await openEditor();
    await user.click(screen.getByLabelText('Description'));
    await user.keyboard('First{Tab}{Tab}10{Tab}{Tab}20{Tab}');
    const second = await screen.findByRole('group', { name: 'Line 2' });
    expect(within(second).getByLabelText('Description')).toHaveFocus();
    expect(within(second).getByLabelText('Tax %')).toHaveValue('20');
    await user.keyboard('{Tab}{Tab}{Tab}{Tab}{Tab}');
    expect(screen.queryByRole('group', { name: 'Line 3' })).not.toBeInTheDocument();
  });

  it('saves and issues with Ctrl+Enter', async () => {
    const { user, sent } = await openEditor();
    await user.click(screen.getByLabelText('Description'));
    await user.keyboard('Consulting{Tab}{Tab}10');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Invoice INV-0001 was issued')).toBeInTheDocument();
    const names = sent.map(({ name }) => name).filter((name) => /SaveDraft|Issue/.test(name));
    expect(names).toEqual(['SaveDraft', 'IssueInvoice']);
  });

  it('says what is missing at its field and asks nothing of the server', async () => {
    const { user, sent } = await renderPage(InvoiceEditorPage, { at, answers });
    await screen.findByLabelText('Description');
    await user.click(screen.getByRole('button', { name: /^Issue/ }));
    expect(await screen.findByText('Choose a customer.')).toBeInTheDocument();
    expect(screen.getByText('Say what this is for.')).toBeInTheDocument();
    expect(screen.getByText('Enter a price, such as 1,234.50.')).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: 'Customer' })).toHaveFocus();
    expect(sent.some(({ name }) => name === 'SaveDraft')).toBe(false);
  });

  it('puts the server’s refusal at the line it concerns', async () => {
    const refusal = {
      __typename: 'InvalidInput',
      code: 'INVALID_TAX',
      message: 'This tax is not known here.',
      field: 'lines.0.taxPercent',
    };
    const { user } = await openEditor({
      SaveDraft: () => ({ saveInvoiceDraft: refusal as never }),
    });
    await user.click(screen.getByLabelText('Description'));
    await user.keyboard('Consulting{Tab}{Tab}10{Control>}s{/Control}');
    expect(await screen.findByText(refusal.message)).toBeInTheDocument();
    expect(screen.getByLabelText('Tax %')).toHaveFocus();
  });

  it('adds a customer without losing the draft', async () => {
    const nova = { ...customer, id: 'c9', name: 'Nova Labs' };
    const view = await renderPage(InvoiceEditorPage, {
      at,
      answers: {
        ...answers,
        CustomerSearch: () => ({ customers: page('Customer', []) }),
        CreateCustomerOfInvoice: () => ({
          createCustomer: { __typename: 'CustomerSaved', customer: nova },
        }),
      },
    });
    await view.user.type(await screen.findByLabelText('Description'), 'Consulting');
    await view.user.click(screen.getByRole('combobox', { name: 'Customer' }));
    await view.user.keyboard('Nova Labs');
    await screen.findByRole('option', { name: 'Add “Nova Labs”' });
    await view.user.keyboard('{ArrowDown}{Enter}');
    expect(await screen.findByLabelText('Name')).toHaveValue('Nova Labs');
    await view.user.click(screen.getByRole('button', { name: 'Add customer' }));
    await waitFor(() => expect(preview()).toHaveTextContent('Nova Labs'));
    expect(screen.getByLabelText('Description')).toHaveValue('Consulting');
  });

  it('asks before typed text is lost', async () => {
    const { user, router } = await renderPage(InvoiceEditorPage, { at, answers });
    await user.type(await screen.findByLabelText('Description'), 'Consulting');
    await user.click(screen.getByRole('link', { name: 'Invoices' }));
    await user.click(await screen.findByRole('button', { name: 'Stay' }));
    expect(router.state.location.pathname).toBe(at);
    expect(screen.getByLabelText('Description')).toHaveValue('Consulting');
  });

  it('goes on with a draft', async () => {
    await renderPage(InvoiceEditorPage, { at: '/invoices/d1', path: '/invoices/:id', answers });
    expect(await screen.findByLabelText('Description')).toHaveValue('Design retainer');
    expect(screen.getByLabelText('Price, EUR')).toHaveValue('50.00');
  });

  it('refuses to change an issued invoice', async () => {
    await renderPage(InvoiceEditorPage, {
      at: '/invoices/i1',
      path: '/invoices/:id',
      answers: { ...answers, InvoiceEditor: () => ({ me, invoice: openInvoice }) },
    });
    expect(await screen.findByText('There is no such draft')).toBeInTheDocument();
  });

  it('shows its shape while it waits', async () => {
    await renderPage(InvoiceEditorPage, { at, answers: { InvoiceEditor: () => noAnswerYet } });
    expect(screen.getByText('Loading the editor')).toBeInTheDocument();
  });

  it('offers another try when it could not be loaded', async () => {
    await renderPage(InvoiceEditorPage, {
      at,
      answers: { InvoiceEditor: () => new Error('offline') },
    });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });

  it('has no accessibility faults', async () => {
    const { container } = await renderPage(InvoiceEditorPage, { at, answers });
    await screen.findByLabelText('Description');
    expect(await findAxeViolations(container)).toEqual([]);
  });
});
