import { expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { Sheet } from './Sheet.tsx';
import { SheetLink } from './SheetLink.tsx';
import { TextLink } from './TextLink.tsx';
import { usePageKey, useSheet } from './use-sheet.ts';

/** A page with a filter, a sheet, and what it is known by. */
function Page() {
  const { sheet, close } = useSheet();
  return (
    <>
      <TextLink to="/page?show=all">Everything</TextLink>
      <SheetLink sheet="note">Write a note</SheetLink>
      <output>{usePageKey()}</output>
      <Sheet title="Note" isOpen={sheet === 'note'} onClose={close}>
        <button type="button" onClick={() => close()}>
          Done
        </button>
      </Sheet>
    </>
  );
}

const draw = (at: string) => renderPage(Page, { at, path: '/page' });
const sheetIsGone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

it('stands in the address beside what was there, and Back closes it', async () => {
  const { user, router } = await draw('/page');
  await user.click(screen.getByRole('link', { name: 'Everything' }));
  const before = screen.getByRole('status').textContent;
  await user.click(screen.getByRole('link', { name: 'Write a note' }));
  expect(await screen.findByRole('dialog', { name: 'Note' })).toBeInTheDocument();
  expect(router.state.location.search).toBe('?show=all&sheet=note');
  expect(screen.getByText(before ?? '')).toBeInTheDocument(); // It is the same page.
  await act(() => router.navigate(-1));
  await sheetIsGone();
  expect(router.state.location.search).toBe('?show=all');
});

it('goes back when it is closed, once, so that Back does not open it again', async () => {
  const { user, router } = await draw('/page');
  await user.click(screen.getByRole('link', { name: 'Everything' }));
  await user.click(screen.getByRole('link', { name: 'Write a note' }));
  await user.dblClick(await screen.findByRole('button', { name: 'Done' }));
  await sheetIsGone();
  expect(router.state.location.search).toBe('?show=all');
  await act(() => router.navigate(1));
  await user.click(await screen.findByRole('button', { name: 'Done' })); // Opened by Forward it closes, too.
  await sheetIsGone();
  await act(() => router.navigate(-1));
  expect(router.state.location.search).toBe('');
});

it('is taken out of an address that brought it', async () => {
  const { user, router } = await draw('/page?show=all&sheet=note');
  await user.click(await screen.findByRole('button', { name: 'Close' }));
  await sheetIsGone();
  expect(router.state.location.pathname).toBe('/page');
  expect(router.state.location.search).toBe('?show=all');
});
