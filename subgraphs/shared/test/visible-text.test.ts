import { expect, it } from '@jest/globals';
import { isVisible, readsAsWritten } from '../src/visible-text.ts';

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

it.each([
  'שלום עולם',
  'מרים\u200f (בע״מ)',
  'محمد\u061c 12',
  'علی\u200cرضا',
  'Café 株式会社',
  '👩\u200d👩\u200d👧',
  'क\u094d\u200dष',
])('reads as it is written: %s', (text) => {
  expect(readsAsWritten(text)).toBe(true);
});

it.each(['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'])(
  'reads otherwise than it is written: %j',
  (turn) => {
    expect(readsAsWritten(`Acme ${turn}dtL seirtsudnI`)).toBe(false);
  },
);
