import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { findAxeViolations } from '../../testing/axe.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { Component as SignInPage } from './SignInPage.tsx';

const session = {
  __typename: 'Session' as const,
  accessToken: 'token',
  userId: 'u1',
  organizationId: 'o1',
};

describe('the sign-in page', () => {
  it('signs in and goes where the visitor was headed', async () => {
    const input = { email: 'ada@example.com', password: 'correct horse' };
    const page = await renderPage(SignInPage, {
      at: '/sign-in?next=%2Finvoices',
      answers: { LogIn: () => ({ logIn: session }) },
    });
    await page.user.type(screen.getByLabelText('Email'), input.email);
    await page.user.type(screen.getByLabelText('Password'), input.password);
    await page.user.keyboard('{Enter}');
    expect(await screen.findByText('Another page')).toBeInTheDocument();
    expect(page.router.state.location.pathname).toBe('/invoices');
    expect(page.sent).toEqual([{ name: 'LogIn', variables: { input } }]);
    expect(page.session.current()?.accessToken).toBe('token');
  });

  it('says that a session has ended, and that what was half typed is not kept', async () => {
    const page = await renderPage(SignInPage, { path: '/sign-in', at: '/sign-in' });
    expect(screen.getByText('Welcome back.')).toBeInTheDocument();
    await act(() => page.router.navigate('/sign-in', { state: { hasExpired: true } }));
    expect(
      await screen.findByText(/^Your session has ended\..* is not kept\.$/),
    ).toBeInTheDocument();
  });

  it('shows a refusal and stays', async () => {
    const input = { email: 'ada@example.com', password: 'wrong' };
    const refused = {
      __typename: 'NotSignedIn',
      code: 'WRONG_CREDENTIALS',
      message: 'Email or password is wrong.',
      field: null,
    };
    const page = await renderPage(SignInPage, {
      answers: { LogIn: () => ({ logIn: refused }) },
    });
    await page.user.type(screen.getByLabelText('Email'), input.email);
    await page.user.type(screen.getByLabelText('Password'), input.password);
    await page.user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Email or password is wrong.');
    expect(page.session.current()).toBeNull();
  });

  it('asks for what is missing at its field', async () => {
    const page = await renderPage(SignInPage, {});
    await page.user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('Enter your email address.')).toBeInTheDocument();
    const email = screen.getByLabelText('Email');
    await waitFor(() => expect(email).toHaveAccessibleErrorMessage('Enter your email address.'));
  });

  it('enters the sample company with one click', async () => {
    const page = await renderPage(SignInPage, {
      at: '/sign-in',
      answers: { LogIn: () => ({ logIn: session }) },
    });
    await page.user.click(screen.getByRole('button', { name: 'Explore the sample company' }));
    expect(await screen.findByText('Another page')).toBeInTheDocument();
    expect(page.sent.map(({ variables }) => variables)).toEqual([
      { input: { email: 'demo@finflow.example', password: 'explore-finflow-demo' } },
    ]);
  });

  it('says that the server cannot be reached', async () => {
    const page = await renderPage(SignInPage, { answers: { LogIn: () => new Error('offline') } });
    await page.user.click(screen.getByRole('button', { name: 'Explore the sample company' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('FinFlow can’t be reached.');
  });

  it('has no accessibility faults', async () => {
    const { container } = await renderPage(SignInPage, {});
    expect(await findAxeViolations(container)).toEqual([]);
  });
});
