import { isUtf8 } from 'node:buffer';
import { refuse, type Refusal } from '@finflow/shared/refusal';

const maxFileBytes = 32 * 1024 * 1024;

/** Null for a file of text in UTF-8. Refuses FILE_TOO_LARGE, EMPTY_FILE and WRONG_ENCODING. */
export function checkText(content: Buffer): Refusal | null {
  if (content.length > maxFileBytes) {
    return no('FILE_TOO_LARGE', 'A file has at most 32 MiB. Split it, and import the parts.');
  }
  if (content.length === 0) return no('EMPTY_FILE', 'The file is empty.');
  if (isUtf16(content)) {
    return no('WRONG_ENCODING', 'The file is in UTF-16. Save it as CSV in UTF-8.');
  }
  return isUtf8(content) && !content.includes(0) ? null : notUtf8;
}

const no = (code: string, message: string) => refuse('InvalidInput', code, message, 'input.file');

const notUtf8 = no('WRONG_ENCODING', 'The file is not in UTF-8. Save it as CSV in UTF-8.');

const isUtf16 = (content: Buffer): boolean => {
  const [first, second] = content;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
};
