import { expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { chooseByTyping } from '../testing/choose-by-typing.ts';
import { renderPage } from '../testing/render-page.tsx';
import { SearchSelectField } from './SearchSelectField.tsx';

const options = Array.from({ length: 300 }, (_, index) => ({
  value: `v${index}`,
  label: `Choice ${index}`,
}));

/** The field in a form that shows what it holds. */
function Form() {
  const [value, setValue] = useState('v270');
  return (
    <>
      <SearchSelectField
        label="One of many"
        options={options}
        value={value}
        onChange={setValue}
        placeholder="Type"
        openLabel="Show all"
      />
      <output>{value === '' ? 'nothing' : value}</output>
    </>
  );
}

it('finds a choice by typing, also one that an open list has no room for', async () => {
  const { user } = await renderPage(Form, {});
  expect(screen.getByRole('combobox', { name: 'One of many' })).toHaveValue('Choice 270');
  await chooseByTyping(user, 'One of many', 'ICE 66', 'Choice 66');
  expect(screen.getByRole('status')).toHaveTextContent('v66');
});

it('chooses by keyboard, and says when nothing matches', async () => {
  const { user } = await renderPage(Form, {});
  const input = screen.getByRole<HTMLInputElement>('combobox', { name: 'One of many' });
  await user.click(input);
  input.select();
  await user.paste('elsewhere');
  expect(await screen.findByText('Nothing matches.')).toBeInTheDocument();
  input.select();
  await user.paste('choice 23');
  expect(await screen.findByRole('option', { name: 'Choice 23' })).toBeInTheDocument();
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('v23'));
});

it('forgets what was typed and not chosen', async () => {
  const { user } = await renderPage(Form, {});
  const input = screen.getByRole<HTMLInputElement>('combobox', { name: 'One of many' });
  await user.click(input);
  input.select();
  await user.paste('elsewhere');
  await user.keyboard('{Escape}');
  await user.tab();
  await waitFor(() => expect(input).toHaveValue('Choice 270'));
  expect(screen.getByRole('status')).toHaveTextContent('v270');
});

it('holds nothing once it is emptied', async () => {
  const { user } = await renderPage(Form, {});
  await user.clear(screen.getByRole('combobox', { name: 'One of many' }));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('nothing'));
});
