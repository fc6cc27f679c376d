import { expect, it } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { toaster } from './toaster.ts';

const Page = () => (
  <>
    <button type="button">First</button>
    <button type="button">Last</button>
  </>
);

it('a note lets the keyboard go on', async () => {
  const { user } = await renderPage(Page, {});
  await act(async () => {
    toaster.success({ title: 'Noted.', action: { label: 'Undo', onClick: () => {} } });
  });
  const [first, last] = ['First', 'Last'].map((name) => screen.getByRole('button', { name }));
  const close = await screen.findByRole('button', { name: 'Dismiss notification' });
  act(() => last?.focus());
  for (let presses = 0; presses < 5 && document.activeElement !== close; presses += 1) {
    await user.tab();
  }
  expect(close).toHaveFocus();
  await user.tab();
  await act(async () => {});
  expect(last).not.toHaveFocus();
  if (document.activeElement === document.body) await user.tab();
  expect(first).toHaveFocus();
});
