import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { expect, it } from '@jest/globals';
import { withHoles, withoutPart } from './deferred-part.ts';

const failedAt = (...path: readonly (string | number)[]) =>
  new CombinedGraphQLErrors({ errors: [{ message: 'down', path }] });
const answered = { data: { insights: [] } };

it('takes an answer with a hole deep inside for an answer', () => {
  const error = failedAt('insights', 0, 'evidence', 'customer');
  expect(withHoles({ ...answered, error })).toEqual({ ...answered, error: undefined });
});

it.each([
  ['a whole field that failed', failedAt('accounts')],
  ['a connection that broke', new Error('offline')],
])('does not take %s for a hole', (_what, error) => {
  const query = { ...answered, error };
  expect(withHoles(query)).toBe(query);
});

it('drops an answer of which more failed than the part that is shown apart', () => {
  const error = failedAt('dashboard');
  expect(withoutPart({ data: { dashboard: null }, error }, 'forecast')).toEqual({
    data: undefined,
    error,
  });
  expect(withoutPart({ ...answered, error: failedAt('forecast') }, 'forecast').error).toBe(
    undefined,
  );
});
