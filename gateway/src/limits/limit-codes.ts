import { GraphQLError } from 'graphql';

/** The codes under which a client learns that a limit was reached; the README lists each with its limit. */
export const limitCodes: readonly string[] = [
  'COST_TOO_HIGH',
  'FRAGMENT_CYCLE',
  'OPERATION_TOO_DEEP',
  'RATE_LIMITED',
  'SLICING_ARGUMENT_REQUIRED',
  'TOO_MANY_ALIASES',
  'TOO_MANY_DIRECTIVES',
  'TOO_MANY_FRAGMENTS',
  'TOO_MANY_ROOT_FIELDS',
  'TOO_MANY_SELECTIONS',
  'TOO_MANY_TOKENS',
  'TOO_MANY_VARIABLES',
];

const known = new Set(limitCodes);

/**
 * The code of a limit, or null when the error is about something else. Apollo Server gives every error of parsing and validation
 * a code of its own, and keeps the one it was made from; the parser says only in words that there were too many tokens.
 */
export function limitCodeOf(error: unknown): string | null {
  if (!(error instanceof GraphQLError)) return null;
  if (/^Syntax Error: Document contains more that? \d+ tokens/.test(error.message)) {
    return 'TOO_MANY_TOKENS';
  }
  if (isTooDeepToRead(error)) return 'OPERATION_TOO_DEEP';
  const origin = error.originalError instanceof GraphQLError ? error.originalError : error;
  const code = origin.extensions['code'];
  return typeof code === 'string' && known.has(code) ? code : null;
}

/**
 * Whether this was thrown because the parser, which calls itself for each level, came to the end of the engine's stack: within the tokens that a document may
 * have, some thousand levels are possible. Where that is depends on who calls, so no document is right up to it.
 */
export function isTooDeepToRead(error: unknown): boolean {
  if (!(error instanceof GraphQLError)) return error instanceof RangeError;
  const isOfParsing = error.extensions['code'] === 'GRAPHQL_PARSE_FAILED';
  const { originalError } = error;
  return (
    isOfParsing &&
    originalError instanceof GraphQLError &&
    originalError.originalError instanceof RangeError
  );
}

export const tooDeepToRead = 'The operation is nested too deeply. Ask for less at once.';

const numbersOf: Readonly<Record<string, readonly string[]>> = {
  COST_TOO_HIGH: ['estimated', 'maximum'],
  RATE_LIMITED: ['retryAfterSeconds'],
};

/** What a client may read beside the code: the figures that say how far it went, and when it may come again. */
export const limitDetails = (
  code: string,
  extensions: Readonly<Record<string, unknown>>,
): Record<string, number> =>
  Object.fromEntries(
    (numbersOf[code] ?? []).flatMap((name) => {
      const value = extensions[name];
      return typeof value === 'number' ? [[name, value]] : [];
    }),
  );
