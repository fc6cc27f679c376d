import { invalidRequest } from './api-error.ts';

/** A parameter: text, a list, or a section of named parameters. */
export type Param = string | readonly Param[] | Params;
export interface Params {
  readonly [name: string]: Param;
}

const MAX_PARAMETERS = 1000;
const MAX_DEPTH = 8;

type Draft = Map<string, Draft | string>;

/**
 * Reads `metadata[order]=7&expand[]=customer&types[0]=card` as Stripe does.
 * Throws ApiError 400 on more than 1000 parameters, eight levels, or contradicting shapes.
 */
export function parseForm(text: string): Params {
  const draft: Draft = new Map();
  let count = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    count += 1;
    if (count > MAX_PARAMETERS) throw invalidRequest('Too many parameters.');
    insert(draft, pathOf(name), value);
  }
  return finishSection(draft);
}

function pathOf(name: string): readonly string[] {
  const bracket = name.indexOf('[');
  if (bracket < 0) return [name];
  const rest = name.slice(bracket);
  if (!/^(\[[^[\]]*\])+$/.test(rest)) throw invalidRequest(`Invalid parameter name: ${name}`);
  const path = [name.slice(0, bracket), ...rest.slice(1, -1).split('][')];
  if (path.length > MAX_DEPTH) throw invalidRequest(`Parameter nested too deeply: ${name}`);
  return path;
}

function insert(draft: Draft, path: readonly string[], value: string): void {
  let section = draft;
  for (const [depth, rawStep] of path.entries()) {
    const step = rawStep === '' ? String(section.size) : rawStep;
    if (depth === path.length - 1) {
      section.set(step, value);
      return;
    }
    const next = section.get(step) ?? new Map<string, Draft | string>();
    if (typeof next === 'string') throw invalidRequest(`Invalid parameter: ${path.join('.')}`);
    section.set(step, next);
    section = next;
  }
}

/** Sections have no prototype, so that no parameter name means anything special. */
function finishSection(draft: Draft): Params {
  const section: Record<string, Param> = Object.create(null);
  for (const [name, value] of draft) section[name] = finish(value);
  return section;
}

function finish(value: Draft | string): Param {
  if (typeof value === 'string') return value;
  const isList = [...value.keys()].every((key, index) => key === String(index));
  return isList ? [...value.values()].map(finish) : finishSection(value);
}
