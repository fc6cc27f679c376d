import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { clientCodes, presentError } from '../src/present-error.ts';

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

it('gives no code that the README does not explain, and explains none that it does not give', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const tables = ['## Limits', '## Codes of errors'].map((heading) => {
    const section = readme.slice(readme.indexOf(heading));
    return section.slice(0, section.indexOf('\n## ', 1));
  });
  const explained = tables.flatMap((section) =>
    section
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .flatMap(
        (line) =>
          line.match(/`(?!GATEWAY_)[A-Z]+(?:_[A-Z]+)+`|`(?:FORBIDDEN|UNAUTHENTICATED)`/g) ?? [],
      )
      .map((code) => code.slice(1, -1)),
  );
  const src = new URL('../src/', import.meta.url);
  const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(new URL(file, src), 'utf8'))
    .join('\n');
  // Answers to a request as a whole and ends of streams pass by the masking: each must stand in the code all the same.
  const notGiven = explained.filter(
    (code) => !clientCodes.has(code) && !sources.includes(`'${code}'`),
  );
  const unexplained = [...clientCodes].filter((code) => !explained.includes(code));
  expect({ notGiven, unexplained }).toEqual({ notGiven: [], unexplained: [] });
});
