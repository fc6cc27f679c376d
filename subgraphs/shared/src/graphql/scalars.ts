import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isCurrency } from '../currencies.ts';
import { formatDecimal, parseDecimal } from '../decimal.ts';
import { isLocalDate } from '../local-date.ts';
import { isUploadedFile, type UploadedFile } from './upload.ts';

/** A scalar that travels as text: `read` gives the value, or null when the text isn't one. */
function textScalar<T>(
  name: string,
  read: (text: string) => T | null,
  write: (value: unknown) => string,
  shape: string,
): GraphQLScalarType<T, string> {
  const parse = (value: unknown): T => {
    const parsed = typeof value === 'string' ? read(value) : null;
    if (parsed === null) {
      throw new GraphQLError(`${name} must be ${shape}.`, {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
    return parsed;
  };
  return new GraphQLScalarType<T, string>({
    name,
    serialize: write,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
  });
}

const minorUnits = textScalar(
  'MinorUnits',
  (text) => (/^-?\d{1,18}$/.test(text) ? BigInt(text) : null),
  (value) => String(value),
  'an integer of at most 18 digits, as a string',
);

const currencyCode = textScalar(
  'CurrencyCode',
  (text) => (isCurrency(text) ? text : null),
  String,
  'an ISO 4217 currency code',
);

const localDate = textScalar(
  'LocalDate',
  (text) => (isLocalDate(text) ? text : null),
  String,
  'a day that exists, YYYY-MM-DD',
);

const decimal = textScalar(
  'Decimal',
  (text) => {
    const parsed = parseDecimal(text);
    return parsed && formatDecimal(parsed);
  },
  String,
  'a decimal number, as a string',
);

const dateTime = textScalar(
  'DateTime',
  (text) => {
    const instant = new Date(text);
    return Number.isNaN(instant.getTime()) ? null : instant;
  },
  (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  'an instant, ISO 8601',
);

const upload = new GraphQLScalarType<UploadedFile>({
  name: 'Upload',
  parseValue: (value) => {
    if (isUploadedFile(value)) return value;
    throw new GraphQLError('Upload must be a file of a multipart request.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  },
});

/** The resolvers of FinFlow's scalars; a subgraph takes those that its schema declares. */
export const scalarResolvers = {
  MinorUnits: minorUnits,
  CurrencyCode: currencyCode,
  LocalDate: localDate,
  Decimal: decimal,
  DateTime: dateTime,
  Upload: upload,
};
