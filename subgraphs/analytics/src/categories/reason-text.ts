import type { Reason } from '../categorizing/suggestion.ts';
import { categoryOf } from './taxonomy.ts';

/** A reason as a sentence for people. */
export function reasonText(reason: Reason): string {
  switch (reason.kind) {
    case 'WORDS':
      return `${list(reason.words)} ${reason.words.length === 1 ? 'speaks' : 'speak'} for it.`;
    case 'AMOUNT':
      return 'The amount speaks for it.';
    case 'WHOLE_NAME':
      return `No known word says so. The name as a whole looks like ${categoryOf(reason.category).name}.`;
    case 'PAST_DECISIONS':
      return `You chose it ${times(reason.count)} for ${alike[reason.match]}, last on ${reason.lastDecidedOn}.`;
    default:
      return reason satisfies never;
  }
}

const alike = {
  SAME_TEXT: 'the same text',
  SAME_MERCHANT: 'the same payee',
  SIMILAR_TEXT: 'similar texts',
} as const;

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

/** “a”, “b” and “c” */
function list(words: readonly string[]): string {
  const quoted = words.map((word) => `“${word}”`);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} and ${last}`;
}
