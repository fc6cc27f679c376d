import { isLocalDate } from '@finflow/shared/local-date';

/** What a page keeps in its address. Unreadable values count as not given. */
export function readText(params: URLSearchParams, name: string): string {
  return params.get(name)?.trim() ?? '';
}

/** A day that exists, or ''. */
export function readDate(params: URLSearchParams, name: string): string {
  const text = readText(params, name);
  return isLocalDate(text) ? text : '';
}

export function readFlag(params: URLSearchParams, name: string): boolean {
  return params.get(name) === 'yes';
}

export function readOneOf<Word extends string>(
  params: URLSearchParams,
  name: string,
  words: readonly Word[],
): Word | null {
  return words.find((word) => word === params.get(name)) ?? null;
}

/** Several of some words, separated by commas, in the order of the words. */
export function readSomeOf<Word extends string>(
  params: URLSearchParams,
  name: string,
  words: readonly Word[],
): readonly Word[] {
  const given = new Set(params.get(name)?.split(','));
  return words.filter((word) => given.has(word));
}

type Value = string | boolean | readonly string[] | null;

/** The address of a page in this state, empty values left out, so that one state has one address. */
export function addressOf(path: string, state: Readonly<Record<string, Value>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    const written = write(value);
    if (written !== '') params.set(name, written);
  }
  return params.size === 0 ? path : `${path}?${params}`;
}

function write(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : '';
  return typeof value === 'string' ? value.trim() : value.join(',');
}
