import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

export type NamedArray = Int8Array | Int32Array | Float32Array;

/** A header of plain data, and arrays by name: what a model is on disk. */
export type ArrayFile = {
  readonly header: Readonly<Record<string, unknown>>;
  readonly arrays: Readonly<Record<string, NamedArray>>;
};

const magic = 'FFAF';
const formatVersion = 1;

const kinds = { int8: Int8Array, int32: Int32Array, float32: Float32Array } as const;
type Kind = keyof typeof kinds;
type Entry = { readonly name: string; readonly kind: Kind; readonly length: number };

/**
 * Magic, format version and CRC-32, then, deflated: the length of the directory, the directory as JSON, and the arrays one after
 * the other, little-endian. The same file gives the same bytes.
 */
export function encodeArrays({ header, arrays }: ArrayFile): Buffer {
  const entries: Entry[] = Object.entries(arrays).map(([name, array]) => ({
    name,
    kind: kindOf(array),
    length: array.length,
  }));
  const directory = Buffer.from(JSON.stringify({ header, entries }), 'utf8');
  const size = Buffer.alloc(4);
  size.writeUInt32LE(directory.length);
  const bodies = Object.values(arrays).map((array) =>
    Buffer.from(array.buffer, array.byteOffset, array.byteLength),
  );
  const packed = deflateRawSync(Buffer.concat([size, directory, ...bodies]), { level: 9 });
  const head = Buffer.alloc(10);
  head.write(magic, 0, 'latin1');
  head.writeUInt16LE(formatVersion, 4);
  head.writeUInt32LE(crc32(packed), 6);
  return Buffer.concat([head, packed]);
}

/** @throws RangeError when the bytes are no such file, of another version, damaged, or larger than 256 MiB when unpacked */
export function decodeArrays(bytes: Uint8Array): ArrayFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 10 || file.toString('latin1', 0, 4) !== magic)
    throw new RangeError('Not a model file');
  const version = file.readUInt16LE(4);
  if (version !== formatVersion) throw new RangeError(`Model file of unknown version ${version}`);
  const packed = file.subarray(10);
  if (crc32(packed) !== file.readUInt32LE(6)) throw new RangeError('The model file is damaged');
  const body = inflateRawSync(packed, { maxOutputLength: 2 ** 28 });
  const start = 4 + body.readUInt32LE(0);
  const directory: unknown = JSON.parse(body.toString('utf8', 4, start));
  if (!isDirectory(directory)) throw new RangeError('The model file has no directory');
  return { header: directory.header, arrays: readArrays(body, start, directory.entries) };
}

function readArrays(
  body: Buffer,
  start: number,
  entries: readonly Entry[],
): Record<string, NamedArray> {
  let at = start;
  const arrays: Record<string, NamedArray> = {};
  for (const { name, kind, length } of entries) {
    const type = kinds[kind];
    const end = at + length * type.BYTES_PER_ELEMENT;
    if (end > body.length) throw new RangeError('The model file is cut off');
    // A copy of its own starts where an array of its kind may start.
    arrays[name] = new type(new Uint8Array(body.subarray(at, end)).buffer);
    at = end;
  }
  return arrays;
}

function kindOf(array: NamedArray): Kind {
  if (array instanceof Int8Array) return 'int8';
  return array instanceof Int32Array ? 'int32' : 'float32';
}

type Directory = { readonly header: Record<string, unknown>; readonly entries: readonly Entry[] };

function isDirectory(value: unknown): value is Directory {
  if (typeof value !== 'object' || value === null) return false;
  if (!('header' in value && typeof value.header === 'object' && value.header !== null))
    return false;
  return 'entries' in value && Array.isArray(value.entries) && value.entries.every(isEntry);
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  if (!('name' in value && 'kind' in value && 'length' in value)) return false;
  return (
    typeof value.name === 'string' &&
    String(value.kind) in kinds &&
    Number.isSafeInteger(value.length)
  );
}
