import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { findAxeViolations } from '../../testing/axe.ts';
import { noAnswerYet } from '../../testing/canned-link.ts';
import { customer, page } from '../../testing/invoices.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { Component as CustomersPage } from './CustomersPage.tsx';

const at = '/customers';
const listOf = (...customers: (typeof customer)[]) => ({ customers: page('Customer', customers) });
const saved = (part: object) => ({
  __typename: 'CustomerSaved',
  customer: { ...customer, ...part },
});

describe('the customers', () => {
  it('shows who owes what', async () => {
    await renderPage(CustomersPage, { at, answers: { Customers: () => listOf(customer) } });
    expect(await screen.findByText('Alder & Finch')).toBeInTheDocument();
    expect(screen.getByText('€120.00')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '3 invoices of Alder & Finch' })).toHaveAttribute(
      'href',
      '/invoices?customer=c1',
    );
  });

  it('keeps a search in the address and asks by it', async () => {
    const view = await renderPage(CustomersPage, {
      at,
      answers: { Customers: ({ search }) => (search ? listOf() : listOf(customer)) },
    });
    await view.user.type(await screen.findByLabelText('Search customers'), 'zzz');
    expect(await screen.findByText('Nobody matches “zzz”')).toBeInTheDocument();
    expect(view.router.state.location.search).toBe('?search=zzz');
  });

  it('says that more could not be loaded, and loads it at the next try', async () => {
    let isDown = true;
    const first = page('Customer', [customer]);
    const view = await renderPage(CustomersPage, {
      at,
      answers: {
        Customers: ({ after }) => {
          if (!after) return { customers: { ...first, totalCount: 2 } };
          return isDown ? new Error('offline') : listOf({ ...customer, id: 'c2', name: 'Birch' });
        },
      },
    });
    await view.user.click(await screen.findByRole('button', { name: 'Show more' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('More could not be loaded.');
    expect(screen.getByText('Alder & Finch')).toBeInTheDocument();
    isDown = false;
    await view.user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('Birch')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('adds one', async () => {
    const view = await renderPage(CustomersPage, {
      at,
      answers: {
        Customers: () => listOf(customer),
        CreateCustomer: () => ({ createCustomer: saved({ id: 'c2', name: 'Nova Labs' }) }),
      },
    });
    await view.user.click(await screen.findByRole('link', { name: 'New customer' }));
    await view.user.type(await screen.findByLabelText('Name'), 'Nova Labs{Enter}');
    expect(await screen.findByText('Nova Labs was added')).toBeInTheDocument();
    expect(view.sent.find(({ name }) => name === 'CreateCustomer')?.variables).toEqual({
      input: { name: 'Nova Labs', email: null, address: null },
    });
    await waitFor(() => expect(view.router.state.location.search).toBe(''));
  });

  it('edits the one in the address', async () => {
    const view = await renderPage(CustomersPage, {
      at: '/customers?sheet=c1',
      answers: {
        Customers: () => listOf(customer),
        CustomerToEdit: () => ({ customer }),
        UpdateCustomer: () => ({ updateCustomer: saved({ name: 'Alder Ltd' }) }),
      },
    });
    const name = await screen.findByLabelText('Name');
    expect(name).toHaveValue('Alder & Finch');
    await view.user.clear(name);
    await view.user.type(name, 'Alder Ltd{Enter}');
    expect(await screen.findByText('Alder Ltd')).toBeInTheDocument();
  });

  it('puts a refusal at its field', async () => {
    const refusal = {
      __typename: 'Conflict',
      code: 'NAME_TAKEN',
      message: 'There is a customer of this name.',
      field: 'name',
    };
    const view = await renderPage(CustomersPage, {
      at: '/customers?sheet=new',
      answers: {
        Customers: () => listOf(customer),
        CreateCustomer: () => ({ createCustomer: refusal }),
      },
    });
    await view.user.type(await screen.findByLabelText('Name'), 'Alder & Finch{Enter}');
    expect(await screen.findByText(refusal.message)).toBeInTheDocument();
    expect(screen.getByLabelText('Name')).toBeInvalid();
  });

  it('shows its shape while it waits', async () => {
    await renderPage(CustomersPage, { at, answers: { Customers: () => noAnswerYet } });
    expect(screen.getByRole('status')).toHaveTextContent('Loading customers');
  });

  it('says how to begin when there is nobody yet', async () => {
    await renderPage(CustomersPage, { at, answers: { Customers: () => listOf() } });
    expect(await screen.findByText('No customers yet')).toBeInTheDocument();
  });

  it('offers another try when it could not be loaded', async () => {
    await renderPage(CustomersPage, { at, answers: { Customers: () => new Error('offline') } });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });

  it('has no accessibility faults, also with the sheet open', async () => {
    await renderPage(CustomersPage, {
      at: '/customers?sheet=new',
      answers: { Customers: () => listOf(customer) },
    });
    await screen.findByLabelText('Name');
    expect(await findAxeViolations(document.body)).toEqual([]);
  });
});
