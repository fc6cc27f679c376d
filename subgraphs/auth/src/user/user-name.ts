import { refuse, type Refusal } from '@finflow/shared/refusal';
import { readLine } from '../plain-text.ts';

const maxNameLength = 100;

/** A person's name as it will be stored, or INVALID_NAME for the field `name`. */
export function readUserName(text: string): { readonly name: string } | Refusal<'InvalidInput'> {
  const name = readLine(text, maxNameLength);
  if (name !== null) return { name };
  const message = `Enter your name, with at most ${maxNameLength} characters.`;
  return refuse('InvalidInput', 'INVALID_NAME', message, 'name');
}
