import { isStorableText } from '@finflow/shared/storable-text';

/** A line of text that a person typed: trimmed; null when empty, longer than `max`, with control characters or not to be stored. */
export function readLine(text: string, max: number): string | null {
  const line = text.normalize('NFC').trim();
  const isLine = line !== '' && line.length <= max && !/\p{Cc}/u.test(line);
  return isLine && isStorableText(line) ? line : null;
}
