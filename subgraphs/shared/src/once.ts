/** Does it at the first call; every call gives what that one gave. */
export function once<T>(act: () => T): () => T {
  let done: { readonly result: T } | undefined;
  return () => (done ??= { result: act() }).result;
}
