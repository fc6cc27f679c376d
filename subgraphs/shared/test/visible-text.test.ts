import { expect, it } from '@jest/globals';
import { isVisible } from '../src/visible-text.ts';

it.each(['a', '😀', 'مرحبا', '株式会社', '👩‍👩‍👧', '-', '\u200bx'])('is seen: %s', (text) => {
  expect(isVisible(text)).toBe(true);
});

it.each([
  '',
  ' \t\n',
  '\u00a0\u3000',
  '\u200b\u200c\u200d',
  '\ufeff',
  '\u3164',
  '\u2800',
  '\u00ad',
  ' \u2060 ',
])('is not seen: %j', (text) => {
  expect(isVisible(text)).toBe(false);
});
