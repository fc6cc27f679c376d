import type { Refusal, RefusalType } from '../refusal.ts';

/** A refusal as one of the types that a field's union has; code and sentence stay, whatever type it came as. */
export function presentRefusal<T extends RefusalType>(
  refusal: Refusal,
  ...types: readonly [T, ...T[]]
): Refusal<T> {
  const type = types.find((allowed) => allowed === refusal.__typename) ?? types[0];
  return { ...refusal, __typename: type };
}
