import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { describeError } from './error-text.ts';

/** An expected no: it changed nothing. */
export type Refused = {
  readonly code: string;
  readonly message: string;
  readonly field: string | null;
};

/** The request met a fault. It reads like a refusal, so that a form shows both in the same way. */
export type Fault = Refused & { readonly __typename: 'Fault' };

/** What a mutation answered, or the fault it met. Never throws: a form always has something to show. */
export async function answerOf<Data, Answer>(
  sent: Promise<{ data?: Data | null | undefined; error?: unknown }>,
  pick: (data: Data) => Answer,
): Promise<Answer | Fault> {
  try {
    const { data, error } = await sent;
    return data ? pick(data) : toFault(error);
  } catch (error) {
    return toFault(error);
  }
}

/** Puts a refusal at the field it concerns, or above the form's button when it concerns none of them. */
export function placeRefusal<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  refusal: Refused,
): void {
  const field = refusal.field?.replace(/^input\./, '');
  if (field !== undefined && isFieldOf(form, field)) {
    form.setError(field, { message: refusal.message }, { shouldFocus: true });
    return;
  }
  form.setError('root', { message: refusal.message });
}

function isFieldOf<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  field: string,
): field is Path<Values> {
  const { value } = field
    .split('.')
    .reduce<{ value: unknown }>((at, name) => ({ value: propertyOf(at.value, name) }), {
      value: form.getValues(),
    });
  return value !== undefined;
}

function propertyOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map(Object.entries(value)).get(name);
}

function toFault(error: unknown): Fault {
  const { sentence, reference } = describeError(error);
  const message = reference ? `${sentence} (Reference ${reference})` : sentence;
  return { __typename: 'Fault', code: 'FAULT', message, field: null };
}
