/** To whole numbers from -127 to 127, by one scale for all: six root mean squares of what isn't zero, beyond which it is cut. */
export function quantize(values: Float32Array): Int8Array {
  let square = 0;
  let count = 0;
  for (const value of values) {
    if (value === 0) continue;
    square += value * value;
    count += 1;
  }
  const scale = count > 0 ? 127 / (6 * Math.sqrt(square / count)) : 0;
  return Int8Array.from(values, (value) =>
    Math.max(-127, Math.min(127, Math.round(value * scale))),
  );
}
