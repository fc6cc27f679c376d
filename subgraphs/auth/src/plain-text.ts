import { isStorableText } from '@finflow/shared/storable-text';
import { isVisible, readsAsWritten } from '@finflow/shared/visible-text';

/** A line of text that a person typed: trimmed; null when nothing of it is seen, longer than `max`, with control characters, in another order than it reads, or not to be stored. */
export function readLine(text: string, max: number): string | null {
  const line = text.normalize('NFC').trim();
  const isLine = isVisible(line) && line.length <= max && !/\p{Cc}/u.test(line);
  return isLine && readsAsWritten(line) && isStorableText(line) ? line : null;
}
