import { refuse, type Refusal } from '@finflow/shared/refusal';
import { isStorableText } from '@finflow/shared/storable-text';
import { isVisible, readsAsWritten } from '@finflow/shared/visible-text';

type Limits = { readonly field: string; readonly maxLength: number; readonly name: string };

/** Text as it is stored: trimmed. Refuses what shows nothing (REQUIRED), too long (TEXT_TOO_LONG), no text at all (BAD_TEXT) or turned round (TEXT_TURNED). */
export function requiredText(text: string, limits: Limits): string | Refusal<'InvalidInput'> {
  const value = optionalText(text, limits);
  return value === null
    ? refuse('InvalidInput', 'REQUIRED', `${limits.name} is missing.`, limits.field)
    : value;
}

/** The same, but nothing is fine: null. */
export function optionalText(
  text: string | null | undefined,
  { field, maxLength, name }: Limits,
): string | null | Refusal<'InvalidInput'> {
  const value = (text ?? '').trim();
  if (!isVisible(value)) return null;
  if (!isStorableText(value)) {
    return refuse('InvalidInput', 'BAD_TEXT', `${name} has characters that are no text.`, field);
  }
  if (!readsAsWritten(value)) {
    const message = `${name} has hidden characters that turn letters round. Type it anew.`;
    return refuse('InvalidInput', 'TEXT_TURNED', message, field);
  }
  if (value.length > maxLength) {
    const message = `${name} has more than ${maxLength} characters.`;
    return refuse('InvalidInput', 'TEXT_TOO_LONG', message, field);
  }
  return value;
}
