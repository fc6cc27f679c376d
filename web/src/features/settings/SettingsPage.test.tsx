import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { findAxeViolations } from '../../testing/axe.ts';
import { noAnswerYet } from '../../testing/canned-link.ts';
import { chooseByTyping } from '../../testing/choose-by-typing.ts';
import { page } from '../../testing/invoices.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { Component as SettingsPage } from './SettingsPage.tsx';

const settings = (scopes: readonly string[], isDemo = false) => ({
  me: {
    __typename: 'Me',
    role: 'OWNER',
    scopes,
    user: { __typename: 'User', id: 'u1', name: 'Mia Falk', email: 'mia@falk.example' },
    organization: {
      __typename: 'Organization',
      id: 'o1',
      name: 'Falk Joinery',
      baseCurrency: 'EUR',
      country: 'DE',
      timeZone: 'Europe/Berlin',
      isDemo,
    },
  },
});

const owner = ['invoices:read', 'organization:manage'];
const ApiKeys = () => ({ apiKeys: page('ApiKey', []) });

describe('the settings', () => {
  it('show the person, the company, the role and its scopes', async () => {
    const { container } = await renderPage(SettingsPage, {
      answers: { ApiKeys, Settings: () => settings(owner) },
    });
    expect(await screen.findByLabelText('Your name')).toHaveValue('Mia Falk');
    expect(screen.getByLabelText('Company name')).toHaveValue('Falk Joinery');
    expect(screen.getByLabelText('Country')).toHaveValue('Germany');
    expect(screen.getByLabelText('Time zone')).toHaveValue('Europe/Berlin');
    expect(screen.getByText('Your role is Owner.')).toBeInTheDocument();
    expect(screen.getByText('organization:manage')).toBeInTheDocument();
    expect(screen.queryByText('Sample data')).not.toBeInTheDocument();
    expect(await screen.findByText('No keys yet')).toBeInTheDocument();
    expect(await findAxeViolations(container)).toEqual([]);
  });

  it('change the name, and say the server’s reason when it refuses', async () => {
    let saved = 0;
    const { user, sent } = await renderPage(SettingsPage, {
      answers: {
        ApiKeys,
        Settings: () => settings(owner),
        SaveProfile: () => {
          saved += 1;
          const refused = { code: 'NAME', message: 'That is too long.', field: 'input.name' };
          const updated = { __typename: 'User', id: 'u1', name: 'Mia Falk-Berg' };
          return {
            updateProfile:
              saved === 1
                ? { __typename: 'InvalidInput', ...refused }
                : { __typename: 'ProfileUpdated', user: updated },
          };
        },
      },
    });
    await user.type(await screen.findByLabelText('Your name'), '-Berg');
    const [save] = screen.getAllByRole('button', { name: 'Save' });
    if (!save) throw new Error('The profile has a button.');
    await user.click(save);
    expect(await screen.findByText('That is too long.')).toBeInTheDocument();
    await user.click(save);
    expect(await screen.findByText('Saved')).toBeInTheDocument();
    expect(sent.filter(({ name }) => name === 'SaveProfile')[1]?.variables).toEqual({
      input: { name: 'Mia Falk-Berg' },
    });
  });

  it('say where the company is, found by typing', async () => {
    const company = { id: 'o1', name: 'Falk Joinery', country: 'NZ', timeZone: 'Pacific/Auckland' };
    const { user, sent } = await renderPage(SettingsPage, {
      answers: {
        ApiKeys,
        Settings: () => settings(owner),
        SaveCompany: () => ({
          updateOrganization: {
            __typename: 'OrganizationUpdated',
            organization: { __typename: 'Organization', ...company },
          },
        }),
      },
    });
    await chooseByTyping(user, 'Country', 'zeal', 'New Zealand');
    await chooseByTyping(user, 'Time zone', 'auck', 'Pacific/Auckland');
    const [, save] = screen.getAllByRole('button', { name: 'Save' });
    if (!save) throw new Error('The company has a button.');
    await user.click(save);
    expect(await screen.findByText('Saved')).toBeInTheDocument();
    const { id: _, ...input } = company;
    expect(sent.find(({ name }) => name === 'SaveCompany')?.variables).toEqual({ input });
  });

  it('put the server’s refusal at the place that it concerns, and let nobody be without a time zone', async () => {
    const refusal = { code: 'UNKNOWN_COUNTRY', message: 'No such country.', field: 'country' };
    const { user, sent } = await renderPage(SettingsPage, {
      answers: {
        ApiKeys,
        Settings: () => settings(owner),
        SaveCompany: () => ({ updateOrganization: { __typename: 'InvalidInput', ...refusal } }),
      },
    });
    await user.clear(await screen.findByRole('combobox', { name: 'Time zone' }));
    const [, save] = screen.getAllByRole('button', { name: 'Save' });
    if (!save) throw new Error('The company has a button.');
    await user.click(save);
    expect(await screen.findByText('Choose a time zone.')).toBeInTheDocument();
    expect(sent.some(({ name }) => name === 'SaveCompany')).toBe(false);
    await chooseByTyping(user, 'Time zone', 'berlin', 'Europe/Berlin');
    await user.clear(screen.getByRole('combobox', { name: 'Country' }));
    await user.click(save);
    expect(await screen.findByText('No such country.')).toBeInTheDocument();
    expect(sent.find(({ name }) => name === 'SaveCompany')?.variables).toMatchObject({
      input: { country: null, timeZone: 'Europe/Berlin' },
    });
  });

  it('lock the company for whom it is not allowed, and say why', async () => {
    await renderPage(SettingsPage, { answers: { Settings: () => settings([]) } });
    for (const label of ['Company name', 'Country', 'Time zone']) {
      expect(await screen.findByLabelText(label)).toHaveAttribute('readonly');
    }
    expect(screen.getByText(/Only owners and administrators/)).toBeInTheDocument();
    const company = screen.getByRole('region', { name: 'Company' });
    expect(within(company).queryByRole('button', { name: 'Save' })).toBeNull();
    expect(screen.queryByText('API keys')).not.toBeInTheDocument();
  });

  it('remove the sample company after asking once more', async () => {
    const { user, sent, router } = await renderPage(SettingsPage, {
      at: '/settings',
      answers: {
        ApiKeys,
        Settings: () => settings(owner, true),
        RemoveDemo: () => ({
          removeDemoOrganization: { __typename: 'DemoOrganizationRemoved', organizationId: 'o1' },
        }),
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Remove sample data' }));
    expect(sent.some(({ name }) => name === 'RemoveDemo')).toBe(false);
    const [, confirm] = await screen.findAllByRole('button', { name: 'Remove sample data' });
    if (!confirm) throw new Error('It asks once more.');
    await user.click(confirm);
    expect(await screen.findByText('Another page')).toBeInTheDocument();
    expect(router.state.location.pathname).toBe('/welcome');
  });

  it('end the session', async () => {
    const { user, session } = await renderPage(SettingsPage, {
      answers: {
        ApiKeys,
        Settings: () => settings(owner),
        SignOut: () => ({ logOut: { __typename: 'LoggedOut', ok: true } }),
      },
    });
    const ends: string[] = [];
    session.onEnd((why) => ends.push(why));
    await user.click(await screen.findByRole('button', { name: 'Sign out' }));
    expect(ends).toEqual(['signed-out']);
  });

  it('show their shape while they wait', async () => {
    await renderPage(SettingsPage, { answers: { Settings: () => noAnswerYet } });
    expect(screen.getByText('Loading the settings')).toBeInTheDocument();
  });
});
