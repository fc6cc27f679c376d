import { expect } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';

/** Finds one of many choices by a part of it. The part is pasted over what stands there: letter by letter, a busy machine loses some. */
export async function chooseByTyping(
  user: UserEvent,
  field: string,
  part: string,
  choice: string,
): Promise<void> {
  const input = await screen.findByRole<HTMLInputElement>('combobox', { name: field });
  await user.click(input);
  input.select();
  await user.paste(part);
  await user.click(await screen.findByRole('option', { name: choice }));
  await waitFor(() => expect(input).toHaveValue(choice));
}
