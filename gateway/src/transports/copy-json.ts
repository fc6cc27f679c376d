/** A copy of what came as JSON, sharing no object and no list with it. */
export function copyJson<T>(value: T): T;
export function copyJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => copyJson(item));
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, copyJson(field)]));
}
