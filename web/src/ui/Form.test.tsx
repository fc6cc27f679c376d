import { beforeEach, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { BusyButton } from './BusyButton.tsx';
import { Form, SubmitButton } from './Form.tsx';
import { useBusy } from './use-busy.ts';

/** How often something was sent, and how the last of it is answered. */
let sent = 0;
let answer: () => void = () => undefined;
const send = () => {
  sent += 1;
  return new Promise<void>((done) => {
    answer = done;
  });
};
beforeEach(() => {
  sent = 0;
});

const Sheet = () => (
  <Form onSend={send}>
    <input aria-label="Amount" />
    <textarea aria-label="Note" />
    <SubmitButton>Send it</SubmitButton>
  </Form>
);

function Action() {
  const { busy, start } = useBusy(send);
  return (
    <BusyButton isBusy={busy !== null} onClick={() => start()}>
      Act
    </BusyButton>
  );
}

const isIdle = (name: string) =>
  waitFor(() => expect(screen.getByRole('button', { name })).not.toHaveAttribute('aria-busy'));

it('sends a form once, says that it is on its way, and keeps name and focus', async () => {
  const { user } = await renderPage(Sheet, {});
  const button = screen.getByRole('button', { name: 'Send it' });
  await user.click(button);
  expect(screen.getByRole('button', { name: 'Send it' })).toHaveAttribute('aria-busy', 'true');
  expect(button).toHaveAttribute('aria-disabled', 'true');
  expect(button).toHaveFocus();
  await user.click(button);
  await user.keyboard('{Enter}');
  await user.type(screen.getByLabelText('Amount'), '1{Enter}{Enter}');
  expect(sent).toBe(1);
  answer();
  await isIdle('Send it');
  await user.click(button);
  expect(sent).toBe(2);
});

it('sends once what is sent twice before anything was drawn', async () => {
  await renderPage(Sheet, {});
  const form = screen.getByLabelText('Amount').closest('form') ?? document.body;
  act(() => {
    fireEvent.submit(form);
    fireEvent.submit(form);
  });
  expect(sent).toBe(1);
});

it('takes a double click for one, however fast the answer is', async () => {
  const { user } = await renderPage(Action, {});
  const button = screen.getByRole('button', { name: 'Act' });
  await user.pointer({ keys: '[MouseLeft]', target: button });
  answer();
  await isIdle('Act');
  expect(sent).toBe(1);
  button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
  expect(sent).toBe(1);
});

it.each([
  ['a button', Action, 'Act'],
  ['a form', Sheet, 'Send it'],
])('takes a double click on %s for one', async (_, Page, name) => {
  const { user } = await renderPage(Page, {});
  await user.dblClick(screen.getByRole('button', { name }));
  expect(sent).toBe(1);
});

it('takes a key that is held down for one press, but not in a text of several lines', async () => {
  const { user } = await renderPage(Sheet, {});
  await user.type(screen.getByLabelText('Amount'), '{Enter>3/}');
  answer();
  await isIdle('Send it');
  expect(sent).toBe(1);
  await user.type(screen.getByLabelText('Note'), 'a{Enter>3/}b');
  expect(screen.getByLabelText('Note')).toHaveValue('a\n\n\nb');
  expect(sent).toBe(1);
});
