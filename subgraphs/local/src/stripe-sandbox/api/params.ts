import { invalidRequest } from './api-error.ts';
import type { Param, Params } from './form.ts';

const isSection = (value: Param | undefined): value is Params =>
  typeof value === 'object' && !Array.isArray(value);

/** Text, or undefined when the parameter is absent. Throws when it is a list or a section. */
export function text(params: Params, name: string): string | undefined {
  const value = params[name];
  if (value === undefined || typeof value === 'string') return value;
  throw invalidRequest('Invalid string', { param: name });
}

/** Text where an empty value means "clear it". */
export function clearable(params: Params, name: string): string | null | undefined {
  const value = text(params, name);
  return value === '' ? null : value;
}

export function requiredText(params: Params, name: string): string {
  const value = text(params, name);
  if (value !== undefined && value !== '') return value;
  throw invalidRequest(`Missing required param: ${name}.`, {
    code: 'parameter_missing',
    param: name,
  });
}

export function integer(params: Params, name: string): number | undefined {
  const value = text(params, name);
  if (value === undefined) return undefined;
  if (/^-?\d{1,15}$/.test(value)) return Number(value);
  throw invalidRequest(`Invalid integer: ${value}`, {
    code: 'parameter_invalid_integer',
    param: name,
  });
}

export function requiredInteger(params: Params, name: string): number {
  requiredText(params, name);
  return integer(params, name) ?? 0;
}

export function flag(params: Params, name: string): boolean {
  const value = text(params, name);
  if (value === undefined || value === '') return false;
  if (value === 'true' || value === 'false') return value === 'true';
  throw invalidRequest(`Invalid boolean: ${value}`, { param: name });
}

export function oneOf<T extends string>(
  params: Params,
  name: string,
  allowed: readonly T[],
): T | undefined {
  const value = text(params, name);
  if (value === undefined) return undefined;
  const match = allowed.find((candidate) => candidate === value);
  if (match !== undefined) return match;
  throw invalidRequest(`Invalid ${name}: must be one of ${allowed.join(', ')}`, { param: name });
}

export function section(params: Params, name: string): Params {
  const value = params[name];
  if (value === undefined || value === '') return {};
  if (isSection(value)) return value;
  if (Array.isArray(value) && value.length === 0) return {};
  throw invalidRequest('Invalid object', { param: name });
}

export function texts(params: Params, name: string): readonly string[] | undefined {
  const value = params[name];
  if (value === undefined) return undefined;
  const list = Array.isArray(value) ? value : [value];
  const strings = list.filter((item) => typeof item === 'string');
  if (strings.length === list.length) return strings;
  throw invalidRequest('Invalid array', { param: name });
}

const METADATA_KEYS = 50;
const METADATA_LENGTH = 500;

/** Stripe's merge: named keys change, keys with an empty value go, all go when it is empty. */
export function mergeMetadata(
  current: Record<string, string>,
  params: Params,
): Record<string, string> {
  if (params['metadata'] === undefined) return current;
  if (params['metadata'] === '') return {};
  const changes = section(params, 'metadata');
  const merged = new Map(Object.entries(current));
  for (const key of Object.keys(changes)) {
    const value = text(changes, key) ?? '';
    if (key.length > 40 || value.length > METADATA_LENGTH) {
      throw invalidRequest('Metadata keys have up to 40 characters and values up to 500.', {
        param: `metadata[${key}]`,
      });
    }
    if (value === '') merged.delete(key);
    if (value !== '') merged.set(key, value);
  }
  if (merged.size > METADATA_KEYS) {
    throw invalidRequest('Metadata can have up to 50 keys.', { param: 'metadata' });
  }
  return Object.fromEntries(merged);
}

/** Refuses misspelt parameters, as Stripe does. */
export function allowOnly(params: Params, names: readonly string[]): void {
  const unknown = Object.keys(params).find((name) => name !== 'expand' && !names.includes(name));
  if (unknown === undefined) return;
  throw invalidRequest(`Received unknown parameter: ${unknown}`, {
    code: 'parameter_unknown',
    param: unknown,
  });
}
