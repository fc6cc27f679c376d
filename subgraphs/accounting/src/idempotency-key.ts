import { refuse } from '@finflow/shared/refusal';
import { requiredText } from './clean-text.ts';

/** A client's idempotency key. Refuses REQUIRED, TEXT_TOO_LONG, BAD_TEXT. */
export const cleanKey = (key: string) =>
  requiredText(key, {
    field: 'input.idempotencyKey',
    maxLength: 150,
    name: 'The idempotency key',
  });

export const keyReused = () =>
  refuse(
    'Conflict',
    'IDEMPOTENCY_KEY_REUSED',
    'This key was used before with another content.',
    'input.idempotencyKey',
  );
