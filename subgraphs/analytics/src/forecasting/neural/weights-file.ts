import type { Grain } from '../series.ts';
import { buildNet, type Layer, layersOf, type Net } from './net.ts';
import { layerSizes, netShapes, type NetShape } from './net-shape.ts';

/**
 * A weights file: "FFN1", the length of the header as uint32, the header as JSON, then each net's layers in order, weights before
 * biases, as float16. All little-endian. Half floats keep a weight to one part in 2,000, which no forecast shows.
 */
const mark = 0x314e4646;
const headerAt = 8;

type Header = { readonly grain: Grain; readonly nets: number };

/** The nets that forecast one grain; their answers are averaged. */
export function encodeWeights(nets: readonly Net[], grain: Grain): Buffer {
  const header = Buffer.from(JSON.stringify({ grain, nets: nets.length } satisfies Header));
  const start = Buffer.alloc(headerAt);
  start.writeUInt32LE(mark, 0);
  start.writeUInt32LE(header.length, 4);
  const numbers = nets.flatMap((net) => layersOf(net)).map(encodeLayer);
  return Buffer.concat([start, header, ...numbers]);
}

function encodeLayer({ weights, biases }: Layer): Buffer {
  const bytes = Buffer.alloc(2 * (weights.length + biases.length));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  [...weights, ...biases].forEach((value, index) => view.setFloat16(2 * index, value, true));
  return bytes;
}

/** Throws when the file is not the one that this version's shapes ask for. */
export function decodeWeights(bytes: Buffer, grain: Grain): Net[] {
  if (bytes.length < headerAt || bytes.readUInt32LE(0) !== mark)
    throw new Error(`The weights for ${grain} are not a file of weights.`);
  const headerEnd = headerAt + bytes.readUInt32LE(4);
  const header: unknown = JSON.parse(bytes.toString('utf8', headerAt, headerEnd));
  if (!isHeader(header) || header.grain !== grain)
    throw new Error(`The weights for ${grain} are those of something else.`);
  const shape = netShapes[grain];
  if (bytes.length !== headerEnd + header.nets * netBytes(shape))
    throw new Error(`The weights for ${grain} don't fit the net that reads them.`);
  return Array.from({ length: header.nets }, (_, net) => {
    const from = headerEnd + net * netBytes(shape);
    return decodeNet(bytes.subarray(from, from + netBytes(shape)), shape);
  });
}

/** The bytes are copied first, because half floats can't be read from an odd place. They are little-endian, as all that Node runs on. */
function decodeNet(bytes: Buffer, shape: NetShape): Net {
  const numbers = new Float32Array(new Float16Array(Uint8Array.from(bytes).buffer));
  let at = 0;
  const take = (count: number): Float32Array => {
    at += count;
    return numbers.slice(at - count, at);
  };
  return buildNet(shape, ({ inputs, outputs }) => ({
    inputs,
    outputs,
    weights: take(inputs * outputs),
    biases: take(outputs),
  }));
}

const netBytes = (shape: NetShape): number =>
  layerSizes(shape).reduce((sum, { inputs, outputs }) => sum + 2 * (inputs + 1) * outputs, 0);

const isHeader = (header: unknown): header is Header =>
  typeof header === 'object' &&
  header !== null &&
  'grain' in header &&
  'nets' in header &&
  Number.isInteger(header.nets);
