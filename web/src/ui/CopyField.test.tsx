import { expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { CopyField } from './CopyField.tsx';

it('selects the text, and does not say that it was copied, when the browser refuses', async () => {
  const { user } = await renderPage(() => <CopyField label="Link" value="https://pay.example" />, {
    answers: {},
  });
  const refused = jest
    .spyOn(navigator.clipboard, 'writeText')
    .mockRejectedValue(new DOMException('Not here', 'NotAllowedError'));
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  await waitFor(() => expect(refused).toHaveBeenCalledWith('https://pay.example'));
  expect(screen.getByLabelText('Link')).toMatchObject({ selectionStart: 0, selectionEnd: 19 });
  expect(screen.getByRole('button', { name: 'Copy' })).toBeInTheDocument();
  refused.mockRestore();
});
