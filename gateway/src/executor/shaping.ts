import { GraphQLError } from 'graphql';
import type { Denial } from '../rights/field-gate.ts';
import { isAlong, type Data, type Path } from './data.ts';
import type { Absence, PlanError } from './run.ts';
import type { SelectedField, SelectedGroup } from './selections.ts';

/** One answer while it is made from the result tree. */
export type Shaping = {
  /** Where the shaper stands, in the client's names, as far as its depth. What lies beyond is from elsewhere. */
  readonly path: (string | number)[];
  readonly errors: GraphQLError[];
  /** Entities of which a subgraph gave nothing. */
  readonly missing: ReadonlyMap<Data, Absence>;
  /** Objects about which a call gave nothing, and why. */
  readonly lost: ReadonlyMap<Data, PlanError>;
  /** Those of the reasons that were told at a field. */
  readonly toldLosses: Set<PlanError>;
  /** At how many fields. */
  told: number;
  readonly introspect: (field: SelectedField) => unknown;
  /** Parts of objects that were not answered yet. */
  readonly deferred: DeferredPart[];
};

export type DeferredPart = {
  readonly group: SelectedGroup;
  readonly data: Data;
  readonly typeName: string;
  readonly path: Path;
};

export const newShaping = (
  parts: Pick<Shaping, 'errors' | 'missing' | 'lost' | 'introspect'>,
): Shaping => ({
  ...parts,
  toldLosses: new Set(),
  told: 0,
  path: [],
  deferred: [],
});

/** The sentences that subgraphs use, so that callers can't tell who refused. */
const sentences: Readonly<Record<Denial, string>> = {
  UNAUTHENTICATED: 'Sign in to see this.',
  FORBIDDEN: 'You are not allowed to see or do this.',
};

export const deniedHere = (shaping: Shaping, depth: number, denial: Denial): void =>
  addError(shaping, depth, sentences[denial], denial);

/** A value that no subgraph may give, such as an enum value that clients don't know. */
export const invalidHere = (shaping: Shaping, depth: number, where: string): void =>
  addError(shaping, depth, `Invalid value for ${where}.`, 'INVALID_SUBGRAPH_VALUE');

/** Thousands of entities may lack what one call did not give; a client learns no more from an error for each. */
const mostToldLosses = 100;

/**
 * A field that no subgraph gave. That is an error when a call gave nothing: the one that was about this object, or else one on which
 * the call for this field hung. An entity that its subgraph doesn't have lacks fields without that.
 */
export function lostHere(shaping: Shaping, depth: number, data: Data): void {
  const { lost, missing } = shaping;
  if (lost.size === 0 || missing.has(data)) return;
  const loss = lost.get(data) ?? firstOf(lost.values());
  if (!loss || shaping.told >= mostToldLosses) return;
  const { message, extensions, cause } = loss;
  const path = shaping.path.slice(0, depth);
  shaping.told += 1;
  shaping.toldLosses.add(loss);
  shaping.errors.push(
    new GraphQLError(message, {
      path,
      extensions: { ...extensions },
      originalError: cause ?? null,
    }),
  );
}

const firstOf = <T>([first]: Iterable<T>): T | undefined => first;

/** An object of which no subgraph said what it is. Mostly because that failed, which was told then. */
export function unknownTypeHere(
  shaping: Shaping,
  depth: number,
  { typeName, data }: { readonly typeName: string; readonly data: Data },
): void {
  lostHere(shaping, depth, data);
  if (!isTold(shaping, depth)) invalidHere(shaping, depth, `__typename of ${typeName}`);
}

/**
 * Null where the schema says there is always a value. By the specification that is an error, unless one that was told already is
 * its cause. An entity that its subgraph doesn't have is told as such, at the entity.
 */
export function nullHere(shaping: Shaping, depth: number, where: string, parent: Data): void {
  if (isTold(shaping, depth) || shaping.told >= mostToldLosses) return;
  const absence = shaping.missing.get(parent);
  if (absence === 'failed') return; // Told at the field that failed.
  if (absence) {
    addError(shaping, depth - 1, 'This does not exist, or is not for you to see.', 'NOT_FOUND');
    return;
  }
  const message = `Cannot return null for non-nullable ${where}.`;
  addError(shaping, depth, message, 'INVALID_SUBGRAPH_VALUE');
}

function addError(shaping: Shaping, depth: number, message: string, code: string): void {
  const path = shaping.path.slice(0, depth);
  shaping.errors.push(new GraphQLError(message, { path, extensions: { code } }));
}

/** Whether an error was told that may be the cause of what is wrong here. */
function isTold({ errors, path }: Shaping, depth: number): boolean {
  const here = path.slice(0, depth);
  return errors.some((error) => !error.path || isAlong(error.path, here));
}
