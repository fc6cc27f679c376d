import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { findAxeViolations } from '../../testing/axe.ts';
import { browserPlace } from '../../lib/place-options.ts';
import { chooseByTyping } from '../../testing/choose-by-typing.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { Component as RegisterPage } from './RegisterPage.tsx';
import { Component as WelcomePage } from './WelcomePage.tsx';

const session = {
  __typename: 'Session' as const,
  accessToken: 'token',
  userId: 'u1',
  organizationId: 'o1',
};

describe('the registration page', () => {
  it('opens a company in the chosen currency', async () => {
    const page = await renderPage(RegisterPage, {
      at: '/register',
      answers: { Register: () => ({ register: session }) },
    });
    await page.user.type(screen.getByLabelText('Your name'), 'Ada');
    await page.user.type(screen.getByLabelText('Email'), 'ada@example.com');
    await page.user.type(screen.getByLabelText('Password'), 'correct horse battery');
    await page.user.type(screen.getByLabelText('Company'), 'Ada Ltd');
    await page.user.selectOptions(screen.getByLabelText('Base currency'), 'GBP');
    await chooseByTyping(page.user, 'Country', 'united k', 'United Kingdom');
    await chooseByTyping(page.user, 'Time zone', 'london', 'Europe/London');
    await page.user.click(screen.getByRole('button', { name: 'Create the company' }));
    expect(await screen.findByText('Another page')).toBeInTheDocument();
    expect(page.sent).toEqual([
      {
        name: 'Register',
        variables: {
          input: {
            name: 'Ada',
            email: 'ada@example.com',
            password: 'correct horse battery',
            organizationName: 'Ada Ltd',
            baseCurrency: 'GBP',
            country: 'GB',
            timeZone: 'Europe/London',
          },
        },
      },
    ]);
  });

  it('takes the browser to be where the company is', async () => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    await renderPage(RegisterPage, {});
    expect(screen.getByLabelText('Time zone')).toHaveValue(timeZone);
  });

  it('puts a refusal at the field it concerns', async () => {
    const taken = {
      __typename: 'Conflict',
      code: 'EMAIL_TAKEN',
      message: 'This email has an account already.',
      field: 'email',
    };
    const page = await renderPage(RegisterPage, {
      answers: { Register: () => ({ register: taken }) },
    });
    await page.user.type(screen.getByLabelText('Your name'), 'Ada');
    await page.user.type(screen.getByLabelText('Email'), 'ada@example.com');
    await page.user.type(screen.getByLabelText('Password'), 'correct horse battery');
    await page.user.type(screen.getByLabelText('Company'), 'Ada Ltd');
    await page.user.keyboard('{Enter}');
    expect(await screen.findByText('This email has an account already.')).toBeInTheDocument();
    expect(screen.getByLabelText('Email')).toHaveFocus();
    expect(screen.getByLabelText('Email')).toBeInvalid();
  });

  it('has no accessibility faults', async () => {
    const { container } = await renderPage(RegisterPage, {});
    expect(await findAxeViolations(container)).toEqual([]);
  });
});

it('opens a company for somebody who has none', async () => {
  const page = await renderPage(WelcomePage, {
    at: '/welcome',
    answers: { CreateOrganization: () => ({ createOrganization: session }) },
  });
  expect(await findAxeViolations(page.container)).toEqual([]);
  await page.user.type(screen.getByLabelText('Company'), 'Ada Ltd{Enter}');
  expect(await screen.findByText('Another page')).toBeInTheDocument();
  const { country, timeZone } = browserPlace();
  expect(page.sent[0]?.variables).toEqual({
    input: { name: 'Ada Ltd', baseCurrency: 'EUR', country: country || null, timeZone },
  });
});
