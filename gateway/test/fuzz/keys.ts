import type { KeyName } from './model.ts';

/**
 * The keys of entities. All say the same number in different ways, and number 0 is written with what executors like to lose:
 * an empty string, 0, false.
 */
export const keySets: Readonly<Record<KeyName, string>> = {
  id: 'id',
  number: 'number',
  pair: 'odd half',
  ref: 'ref { serial }',
};

/** Declarations in SDL. */
export const keyFields: Readonly<Record<KeyName, Readonly<Record<string, string>>>> = {
  id: { id: 'ID!' },
  number: { number: 'Int!' },
  pair: { odd: 'Boolean!', half: 'String!' },
  ref: { ref: 'Ref!' },
};

export const keyNames = Object.keys(keySets) as KeyName[]; // Object.keys forgets what the type says.

/** Names that an alias may take to confuse an executor. */
export const keyFieldNames = ['id', 'number', 'odd', 'half', 'ref', 'serial'];

/** A key field's value for the object with the number; undefined for a field that is no key. */
export function keyValue(fieldName: string, number: number): unknown {
  switch (fieldName) {
    case 'id':
      return number === 0 ? '' : `id-${number}`;
    case 'number':
    case 'serial':
      return number;
    case 'odd':
      return number % 2 === 1;
    case 'half':
      return number < 2 ? '' : `half-${Math.floor(number / 2)}`;
    case 'ref':
      return { __typename: 'Ref', number };
    default:
      return undefined;
  }
}

type Representation = Readonly<Record<string, unknown>>;

/**
 * The number of the object that a representation is about.
 * @throws Error when it has no complete key, or keys of different objects
 */
export function numberOf(representation: Representation): number {
  const read = keyNames.flatMap((key) => decode[key](representation) ?? []);
  const [number] = read;
  if (number === undefined || read.some((other) => other !== number || !Number.isInteger(other))) {
    throw new Error(`No entity is meant by ${JSON.stringify(representation)}`);
  }
  return number;
}

const decode: Readonly<Record<KeyName, (from: Representation) => number | undefined>> = {
  id: ({ id }) => (id === undefined ? undefined : numberIn(id, 'id-')),
  number: ({ number }) => (number === undefined ? undefined : Number(number)),
  pair: ({ odd, half }) =>
    odd === undefined || half === undefined
      ? undefined
      : numberIn(half, 'half-') * 2 + (odd === true ? 1 : 0),
  ref: ({ ref }) =>
    typeof ref === 'object' && ref !== null && 'serial' in ref ? Number(ref.serial) : undefined,
};

const numberIn = (text: unknown, prefix: string): number => {
  if (text === '') return 0;
  return typeof text === 'string' && text.startsWith(prefix)
    ? Number(text.slice(prefix.length))
    : Number.NaN;
};
