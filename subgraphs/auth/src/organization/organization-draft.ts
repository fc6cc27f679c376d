import { refuse, type Refusal } from '@finflow/shared/refusal';
import { readLine } from '../plain-text.ts';

const maxNameLength = 120;

/** An organization's name as it will be stored, or INVALID_NAME for the given input field. */
export function readOrganizationName(
  text: string,
  field: string,
): { readonly name: string } | Refusal<'InvalidInput'> {
  const name = readLine(text, maxNameLength);
  if (name !== null) return { name };
  const message = `Give the organization a name of at most ${maxNameLength} characters.`;
  return refuse('InvalidInput', 'INVALID_NAME', message, field);
}
