/** A line of text that a person typed: trimmed, without control characters; null when empty or longer than `max`. */
export function readLine(text: string, max: number): string | null {
  const line = text.normalize('NFC').trim();
  return line !== '' && line.length <= max && !/\p{Cc}/u.test(line) ? line : null;
}
