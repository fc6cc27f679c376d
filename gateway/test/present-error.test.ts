import { expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { presentError } from '../src/present-error.ts';

/** As Apollo Server hands on what parsing threw. */
const parsingThrew = (error: Error) =>
  new GraphQLError(error.message, {
    extensions: { code: 'GRAPHQL_PARSE_FAILED' },
    originalError: new GraphQLError(error.message, { originalError: error }),
  });

it('says of a document that is too deep to be read that it is, and nothing of the engine', () => {
  const error = parsingThrew(new RangeError('Maximum call stack size exceeded'));
  expect(presentError(error.toJSON(), error)).toEqual({
    message: 'The operation is nested too deeply. Ask for less at once.',
    extensions: { code: 'OPERATION_TOO_DEEP' },
  });
});

it('takes the end of the stack anywhere else for a fault', () => {
  const error = new GraphQLError('Maximum call stack size exceeded', {
    originalError: new RangeError('Maximum call stack size exceeded'),
  });
  expect(presentError(error.toJSON(), error)).toMatchObject({
    message: expect.stringContaining('Something went wrong'),
    extensions: { code: 'INTERNAL_ERROR' },
  });
});
