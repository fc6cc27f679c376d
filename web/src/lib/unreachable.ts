/** Stands where the types say that nothing is left. A new case then fails the type check, not the user. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected case: ${String(value)}`);
}
