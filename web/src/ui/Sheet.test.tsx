import { expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { renderPage } from '../testing/render-page.tsx';
import { Sheet } from './Sheet.tsx';

it('has the focus in its first field, also where that comes later than the sheet', async () => {
  const { promise: arrival, resolve: arrive } = Promise.withResolvers<void>();
  function LateForm() {
    const [isThere, setThere] = useState(false);
    useEffect(() => void arrival.then(() => setThere(true)), []);
    return isThere ? <input aria-label="Name" /> : <p>Loading</p>;
  }
  const Page = () => (
    <Sheet title="New customer" isOpen onClose={() => undefined}>
      <LateForm />
    </Sheet>
  );
  await renderPage(Page, {});
  const sheet = screen.getByRole('dialog');
  await waitFor(() => expect(sheet.contains(document.activeElement)).toBe(true));
  await act(async () => arrive());
  await waitFor(() => expect(screen.getByLabelText('Name')).toHaveFocus());
});
