import { decodeArrays, encodeArrays } from './array-file.ts';
import type { Embedding } from './embedding.ts';
import type { LinearParts } from './linear-model.ts';
import type { WordVectors } from './word-vectors.ts';
import { packWeights, unpackWeights } from './weights-file.ts';

/** A model as bytes, to be kept in a file or a row. */
export function encodeModel({
  version,
  categories,
  temperature,
  text,
  amount,
  vocabulary,
}: LinearParts): Buffer {
  const bits = { textBits: text.bits, amountBits: amount.bits };
  return encodeArrays({
    header: { version, categories, temperature, ...bits },
    arrays: { ...packWeights('text', text), ...packWeights('amount', amount), vocabulary },
  });
}

/**
 * A model that was written before models had a vocabulary knows no words of its own.
 * @throws RangeError for bytes that are no model: damaged, of another version, or incomplete
 */
export function decodeModel(bytes: Uint8Array): LinearParts {
  const { header, arrays } = decodeArrays(bytes);
  const { version, categories, temperature, textBits, amountBits } = header;
  if (typeof version !== 'string' || typeof temperature !== 'number') throw incomplete();
  if (!isTableSize(textBits) || !isTableSize(amountBits)) throw incomplete();
  const { vocabulary = new Int32Array(0) } = arrays;
  if (!(vocabulary instanceof Int32Array)) throw incomplete();
  if (!Array.isArray(categories) || !categories.every((name) => typeof name === 'string'))
    throw incomplete();
  return {
    version,
    categories,
    temperature,
    text: unpackWeights('text', arrays, categories.length, textBits),
    amount: unpackWeights('amount', arrays, categories.length, amountBits),
    vocabulary,
  };
}

/** An embedding but for its words, which have a file of their own. */
export const encodeEmbedding = ({ version, width, bits, table }: Embedding): Buffer =>
  encodeArrays({ header: { version, width, bits }, arrays: { table } });

/** @throws RangeError for bytes that are no embedding */
export function decodeEmbedding(bytes: Uint8Array, words: WordVectors): Embedding {
  const { header, arrays } = decodeArrays(bytes);
  const { version, width, bits } = header;
  const { table } = arrays;
  if (typeof version !== 'string' || typeof width !== 'number' || !isTableSize(bits))
    throw incomplete();
  if (!(table instanceof Int8Array) || table.length !== 2 ** bits * width) throw incomplete();
  return { version, width, bits, table, words };
}

export const encodeWords = ({ width, hashes, values }: WordVectors): Buffer =>
  encodeArrays({ header: { width }, arrays: { hashes, values } });

/** @throws RangeError for bytes that are no words' vectors */
export function decodeWords(bytes: Uint8Array): WordVectors {
  const { header, arrays } = decodeArrays(bytes);
  const { hashes, values } = arrays;
  const { width } = header;
  if (typeof width !== 'number' || !(hashes instanceof Int32Array && values instanceof Int8Array))
    throw incomplete();
  if (values.length !== hashes.length * width) throw incomplete();
  return { width, hashes, values };
}

const isTableSize = (bits: unknown): bits is number =>
  typeof bits === 'number' && Number.isInteger(bits) && bits >= 0 && bits <= 20;

const incomplete = (): RangeError => new RangeError('The model file is incomplete');
