import { expect, it } from '@jest/globals';
import { reasonText } from '../src/categories/reason-text.ts';

it.each([
  [{ kind: 'WORDS', words: ['fuel'], share: 1 }, '“fuel” speaks for it.'],
  [{ kind: 'WORDS', words: ['a', 'b', 'c'], share: 1 }, '“a”, “b” and “c” speak for it.'],
  [{ kind: 'AMOUNT', share: 0.5 }, 'The amount speaks for it.'],
  [
    { kind: 'WHOLE_NAME', category: 'OFFICE_SUPPLIES' },
    'No known word says so. The name as a whole looks like Office supplies.',
  ],
  [
    { kind: 'PAST_DECISIONS', match: 'SAME_MERCHANT', count: 3, lastDecidedOn: '2026-07-15' },
    'You chose it 3 times for the same payee, last on 2026-07-15.',
  ],
] as const)('says %j as a sentence', (reason, sentence) => {
  expect(reasonText(reason)).toBe(sentence);
});
