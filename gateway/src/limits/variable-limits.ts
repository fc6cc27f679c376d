import { GraphQLError } from 'graphql';
import type { Limits } from './limits.ts';

/** Refuses variables with more values than any form sends: coercing and copying them costs more than their bytes. */
export function variablesProblem(
  variables: unknown,
  { maxVariableValues }: Pick<Limits, 'maxVariableValues'>,
): GraphQLError | null {
  const waiting: unknown[] = [variables];
  let count = -1; // The variables themselves are none.
  while (waiting.length > 0) {
    const value = waiting.pop();
    count += 1;
    if (count + waiting.length > maxVariableValues) {
      return new GraphQLError(`The variables hold more than ${maxVariableValues} values.`, {
        extensions: { code: 'TOO_MANY_VARIABLES', http: { status: 400 } },
      });
    }
    if (typeof value === 'object' && value !== null) {
      for (const held of Object.values(value)) waiting.push(held);
    }
  }
  return null;
}
