import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { shopKey } from '../../../testing/api-keys.ts';
import { findAxeViolations } from '../../../testing/axe.ts';
import { noAnswerYet } from '../../../testing/canned-link.ts';
import { page } from '../../../testing/invoices.ts';
import { renderPage } from '../../../testing/render-page.tsx';
import { ApiKeysPanel } from './ApiKeysPanel.tsx';

const at = '/settings';
const listOf = (...keys: (typeof shopKey)[]) => ({ apiKeys: page('ApiKey', keys) });
const secret = 'ffk_Ab12Cd34_0123456789012345678901234567890123456789012';

describe('the API keys', () => {
  it('show what each may do and whether it is used', async () => {
    const unused = { id: 'k2', name: 'Old', state: 'EXPIRED' as const, lastUsedOn: null };
    const { container } = await renderPage(ApiKeysPanel, {
      at,
      answers: {
        ApiKeys: () => listOf(shopKey, { ...shopKey, ...unused, expiresOn: '2026-10-31' }),
      },
    });
    expect(await screen.findByText('Online shop', { selector: 'p' })).toBeInTheDocument();
    expect(screen.getByText('20 Nov 2026')).toBeInTheDocument();
    expect(screen.getAllByText(/invoices:read, invoices:write/)).toHaveLength(2);
    const [, , old] = screen.getAllByRole('row');
    if (!old) throw new Error('There is a row for each key.');
    expect(within(old).getByText('Expired')).toBeInTheDocument();
    expect(within(old).getByText('31 Oct 2026')).toBeInTheDocument();
    expect(within(old).queryByRole('button')).not.toBeInTheDocument();
    expect(await findAxeViolations(container)).toEqual([]);
  });

  it('make one by keyboard, and show its secret this once', async () => {
    let made = false;
    const view = await renderPage(ApiKeysPanel, {
      at,
      answers: {
        ApiKeys: () => (made ? listOf(shopKey) : listOf()),
        CreateApiKey: () => {
          made = true;
          return { createApiKey: { __typename: 'ApiKeyCreated', secret } };
        },
      },
    });
    await view.user.click(await screen.findByRole('link', { name: 'New key' }));
    await view.user.type(await screen.findByLabelText('Name'), 'Online shop');
    screen.getByLabelText('Write and issue invoices').focus();
    await view.user.keyboard(' ');
    expect(await findAxeViolations(document.body)).toEqual([]);
    await view.user.type(screen.getByLabelText('Name'), '{Enter}');
    const field = await screen.findByLabelText('The new API key');
    expect(field).toHaveValue(secret);
    expect(view.sent.find(({ name }) => name === 'CreateApiKey')?.variables).toEqual({
      input: { name: 'Online shop', scopes: ['invoices:write'], expiresOn: null },
    });
    await view.user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('Copied')).toBeInTheDocument();
    expect(await navigator.clipboard.readText()).toBe(secret);
    await view.user.click(screen.getByRole('button', { name: 'I have copied it' }));
    await waitFor(() => expect(document.body.innerHTML).not.toContain(secret));
    expect(screen.queryByDisplayValue(secret)).not.toBeInTheDocument();
    expect(await screen.findByText('Online shop', { selector: 'p' })).toBeInTheDocument();
  });

  it('ask for a name and a right, and put the server’s refusal at its field', async () => {
    const refusal = {
      __typename: 'InvalidInput',
      code: 'EXPIRED_ALREADY',
      message: 'Choose today or a later day.',
      field: 'expiresOn',
    };
    const view = await renderPage(ApiKeysPanel, {
      at: `${at}?sheet=new-key`,
      path: at,
      answers: { ApiKeys: () => listOf(), CreateApiKey: () => ({ createApiKey: refusal }) },
    });
    const make = await screen.findByRole('button', { name: 'Make key' });
    await view.user.click(make);
    expect(await screen.findByText('Enter a name.')).toBeInTheDocument();
    expect(screen.getByText('Choose what the key may do.')).toBeInTheDocument();
    await view.user.type(screen.getByLabelText('Name'), 'Shop');
    await view.user.click(screen.getByLabelText('See invoices'));
    await view.user.type(screen.getByLabelText('Last day (optional)'), '2020-01-01');
    await view.user.click(make);
    expect(await screen.findByText(refusal.message)).toBeInTheDocument();
    expect(screen.getByLabelText('Last day (optional)')).toBeInvalid();
  });

  it('revoke one after asking once more, and say why when it can’t be done', async () => {
    let tries = 0;
    const view = await renderPage(ApiKeysPanel, {
      at,
      answers: {
        ApiKeys: () => listOf(shopKey),
        RevokeApiKey: () => {
          tries += 1;
          if (tries === 1) return new Error('offline');
          const apiKey = { __typename: 'ApiKey', id: shopKey.id, state: 'REVOKED' };
          return { revokeApiKey: { __typename: 'ApiKeyRevoked', apiKey } };
        },
      },
    });
    await view.user.click(await screen.findByRole('button', { name: 'Revoke Online shop' }));
    const confirm = await screen.findByRole('button', { name: 'Revoke key' });
    expect(tries).toBe(0);
    await view.user.click(confirm);
    expect(await screen.findByText(/FinFlow can’t be reached/)).toBeInTheDocument();
    await view.user.click(confirm);
    expect(await screen.findByText('Online shop was revoked')).toBeInTheDocument();
    expect(await screen.findByText('Revoked')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Revoke Online shop' })).not.toBeInTheDocument();
  });

  it('show their shape while they wait', async () => {
    await renderPage(ApiKeysPanel, { at, answers: { ApiKeys: () => noAnswerYet } });
    expect(screen.getByText('Loading the API keys')).toBeInTheDocument();
  });

  it('say what a key is for when there is none', async () => {
    await renderPage(ApiKeysPanel, { at, answers: { ApiKeys: () => listOf() } });
    expect(await screen.findByText('No keys yet')).toBeInTheDocument();
  });

  it('offer another try when they could not be loaded', async () => {
    await renderPage(ApiKeysPanel, { at, answers: { ApiKeys: () => new Error('offline') } });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });
});
