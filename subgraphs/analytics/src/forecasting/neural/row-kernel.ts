/**
 * The inner loop of a net in WebAssembly, for JavaScript has no vector instructions: four products at a time are eight times as quick as
 * one. The module is put together here from its text form, by the binary format of the specification (version 2.0, chapter 5):
 *
 *     (func (export "addRows") (param $input i32) (param $inputsEnd i32) (param $weights i32) (param $sums i32) (param $sumsEnd i32)
 *       (local $value v128) (local $at i32)
 *       loop $rows
 *         (local.set $value (v128.load32_splat (local.get $input)))
 *         (local.set $at (local.get $sums))
 *         loop $columns
 *           (v128.store (local.get $at)
 *             (f32x4.add (v128.load (local.get $at))
 *               (f32x4.mul (local.get $value) (v128.load (local.get $weights)))))
 *           (local.set $weights (i32.add (local.get $weights) (i32.const 16)))
 *           (local.set $at (i32.add (local.get $at) (i32.const 16)))
 *           (br_if $columns (i32.lt_u (local.get $at) (local.get $sumsEnd)))
 *         end
 *         (local.set $input (i32.add (local.get $input) (i32.const 4)))
 *         (br_if $rows (i32.lt_u (local.get $input) (local.get $inputsEnd)))
 *       end)
 */
export type AddRows = (
  ...places: [input: number, inputsEnd: number, weights: number, sums: number, sumsEnd: number]
) => void;

const i32 = 0x7f;
const v128 = 0x7b;
const locals = {
  input: 0,
  inputsEnd: 1,
  weights: 2,
  sums: 3,
  sumsEnd: 4,
  value: 5,
  at: 6,
} as const;
type Local = keyof typeof locals;

const get = (name: Local): number[] => [0x20, locals[name]];
const set = (name: Local): number[] => [0x21, locals[name]];
const loop = (...body: number[][]): number[] => [0x03, 0x40, ...body.flat(), 0x0b];
const advance = (name: Local, bytes: number): number[] => [
  ...get(name),
  0x41,
  bytes,
  0x6a,
  ...set(name),
];
const repeatWhileBelow = (name: Local, end: Local): number[] => [
  ...get(name),
  ...get(end),
  0x49,
  0x0d,
  0,
];
/** Alignment 2^2 and offset 0 follow each access. */
const access = (opcode: number): number[] => [0xfd, opcode, 2, 0];
const load = access(0x00);
const loadSplat = access(0x09);
const store = access(0x0b);
const multiply = [0xfd, 0xe6, 0x01];
const add = [0xfd, 0xe4, 0x01];

const columns = loop(
  get('at'),
  [...get('at'), ...load],
  get('value'),
  [...get('weights'), ...load],
  multiply,
  add,
  store,
  advance('weights', 16),
  advance('at', 16),
  repeatWhileBelow('at', 'sumsEnd'),
);
const rows = loop(
  [...get('input'), ...loadSplat, ...set('value')],
  [...get('sums'), ...set('at')],
  columns,
  advance('input', 4),
  repeatWhileBelow('input', 'inputsEnd'),
);

/** Its length before it. All here are under 128, which one byte holds. */
const counted = (bytes: readonly number[]): number[] => [bytes.length, ...bytes];
const name = (text: string): number[] => counted([...Buffer.from(text)]);
const section = (id: number, bytes: readonly number[]): number[] => [id, ...counted(bytes)];

const body = [2, 1, v128, 1, i32, ...rows, 0x0b];
const bytes = Uint8Array.from([
  ...Buffer.from('\0asm\x01\0\0\0'),
  ...section(1, [1, 0x60, ...counted([i32, i32, i32, i32, i32]), 0]),
  ...section(2, [1, ...name('net'), ...name('memory'), 2, 0, 1]),
  ...section(3, [1, 0]),
  ...section(7, [1, ...name('addRows'), 0, 0]),
  ...section(10, [1, ...counted(body)]),
]);

/**
 * A function that adds to each of the numbers from `sums` up to `sumsEnd` the products of the inputs with their rows of weights, in
 * this memory. Addresses are bytes; rows are as long as the sums, which are a multiple of four.
 */
export function openRowKernel(memory: WebAssembly.Memory): AddRows {
  const module = new WebAssembly.Module(bytes);
  const { addRows } = new WebAssembly.Instance(module, { net: { memory } }).exports;
  if (typeof addRows !== 'function') throw new Error('The kernel has no function.');
  return addRows as AddRows;
}
