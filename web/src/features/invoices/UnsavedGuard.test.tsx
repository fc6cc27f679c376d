import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { signInPath } from '../../lib/sign-in-path.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { UnsavedGuard } from './UnsavedGuard.tsx';

const at = '/invoices/new';
const Typed = () => <UnsavedGuard isUnsaved />;
const Saved = () => <UnsavedGuard isUnsaved={false} />;
const question = () => screen.queryByRole('alertdialog', { name: 'Leave without saving?' });

describe('a page with text that is not saved', () => {
  it('asks before it is left, and stays or goes', async () => {
    const { router, user } = await renderPage(Typed, { at });
    await act(() => router.navigate('/invoices'));
    expect(await screen.findByRole('alertdialog')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Stay' }));
    await waitFor(() => expect(question()).toBeNull());
    expect(router.state.location.pathname).toBe(at);
    await act(() => router.navigate('/invoices'));
    await user.click(await screen.findByRole('button', { name: 'Leave' }));
    expect(await screen.findByText('Another page')).toBeInTheDocument();
  });

  it('does not ask when the session is over', async () => {
    const { router } = await renderPage(Typed, { at });
    await act(() => router.navigate(signInPath(`http://finflow.test${at}`)));
    expect(await screen.findByText('Another page')).toBeInTheDocument();
    expect(question()).toBeNull();
  });

  it('does not ask when all is saved', async () => {
    const { router } = await renderPage(Saved, { at });
    await act(() => router.navigate('/invoices'));
    expect(await screen.findByText('Another page')).toBeInTheDocument();
    expect(question()).toBeNull();
  });
});
