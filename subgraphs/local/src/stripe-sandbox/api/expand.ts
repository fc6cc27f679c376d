import type { TableName } from '../objects.ts';
import type { Store } from '../store.ts';
import { invalidRequest } from './api-error.ts';
import type { Params } from './form.ts';
import { texts } from './params.ts';

const MAX_DEPTH = 4;

const TABLE_OF_PREFIX = new Map<string, TableName>([
  ['pi', 'payment_intents'],
  ['ch', 'charges'],
  ['py', 'charges'],
  ['re', 'refunds'],
  ['pyr', 'refunds'],
  ['dp', 'disputes'],
  ['txn', 'balance_transactions'],
  ['pm', 'payment_methods'],
  ['seti', 'setup_intents'],
  ['cus', 'customers'],
  ['po', 'payouts'],
]);

/** Replaces ids by their objects where the request's `expand` asks for it. */
export function expand(store: Store, body: object, params: Params): object {
  const paths = texts(params, 'expand') ?? [];
  return paths.reduce<object>((current, path) => {
    const steps = path.split('.');
    if (steps.length > MAX_DEPTH) {
      throw invalidRequest(
        `You cannot expand more than ${MAX_DEPTH} levels of a property: ${path}`,
      );
    }
    return expandPath(store, current, steps, path);
  }, body);
}

function expandPath(store: Store, body: object, steps: readonly string[], path: string): object {
  const [step, ...rest] = steps;
  if (step === undefined) return body;
  const value = new Map<string, unknown>(Object.entries(body)).get(step);
  if (value === undefined) throw cannotExpand(path);
  const expanded = Array.isArray(value)
    ? value.map((item: unknown) => expandValue(store, item, rest, path))
    : expandValue(store, value, rest, path);
  return { ...body, [step]: expanded };
}

function expandValue(store: Store, value: unknown, rest: readonly string[], path: string): unknown {
  if (value === null) return null;
  if (typeof value === 'string') {
    const found = lookUp(store, value);
    if (found === undefined) throw cannotExpand(path);
    return expandPath(store, found, rest, path);
  }
  if (typeof value !== 'object') throw cannotExpand(path);
  return expandPath(store, value, rest, path);
}

function lookUp(store: Store, id: string): object | undefined {
  const table = TABLE_OF_PREFIX.get(id.slice(0, Math.max(0, id.indexOf('_'))));
  return table && store.get(table, id);
}

const cannotExpand = (path: string) =>
  invalidRequest(
    `This property cannot be expanded (${path}). You may want to try expanding its parent.`,
  );
