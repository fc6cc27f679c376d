import { useState } from 'react';

/** The value, or the last there was: while a sheet closes it goes on showing what it showed. */
export function useLast<T>(value: T | null): T | null {
  const [last, setLast] = useState(value);
  if (value !== null && value !== last) setLast(value);
  return value ?? last;
}
