import {
  isAbstractType,
  isInterfaceType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLSchema,
} from 'graphql';
import type { SelectedField, SelectedGroup, Selection } from './selections.ts';

/** A field of the answer. The same response name may be selected several times, with parts of what is below it. */
export type CollectedField = SelectedField & { readonly sets: readonly (readonly Selection[])[] };

export type CollectedFields = {
  readonly fields: ReadonlyMap<string, CollectedField>;
  /** Fragments on the object that are answered later. */
  readonly deferred: readonly SelectedGroup[];
};

/** The specification's CollectFields, for objects of one type. */
export function collectFields(
  sets: readonly (readonly Selection[])[],
  type: GraphQLCompositeType,
  schema: GraphQLSchema,
): CollectedFields {
  const fields = new Map<string, GrowingField>();
  const deferred: SelectedGroup[] = [];
  const collect = (selections: readonly Selection[]): void => {
    for (const selection of selections) {
      if (selection.kind === 'field') addField(fields, selection);
      else if (isAbout(selection, type, schema)) {
        if (selection.deferral) deferred.push(selection);
        else collect(selection.selections);
      }
    }
  };
  for (const selections of sets) collect(selections);
  return { fields, deferred };
}

type GrowingField = CollectedField & { readonly sets: (readonly Selection[])[] };

function addField(fields: Map<string, GrowingField>, field: SelectedField): void {
  const known = fields.get(field.responseName);
  if (known) known.sets.push(field.selections);
  else fields.set(field.responseName, { ...field, sets: [field.selections] });
}

function isAbout(
  { typeName }: SelectedGroup,
  type: GraphQLCompositeType,
  schema: GraphQLSchema,
): boolean {
  if (typeName === null || typeName === type.name) return true;
  const condition = schema.getType(typeName);
  return (
    isAbstractType(condition) &&
    (isObjectType(type) || isInterfaceType(type)) &&
    schema.isSubType(condition, type)
  );
}

/**
 * Whether an object's own type must be known to tell what was selected on it. Of an object that a subgraph knows by its interface
 * alone it may be unknown, when the subgraph that knows it failed, or is asked for it with a deferred fragment alone.
 */
export function needsObjectType(
  sets: readonly (readonly Selection[])[],
  type: GraphQLCompositeType,
  schema: GraphQLSchema,
): boolean {
  if (!isAbstractType(type)) return false;
  const below = (group: SelectedGroup, possible: readonly string[]) =>
    possible.filter((name) => isAboutNamed(group, name, schema));
  const selectsAny = (selections: readonly Selection[], possible: readonly string[]): boolean =>
    possible.length > 0 &&
    selections.some(
      (selection) =>
        selection.kind === 'field' || selectsAny(selection.selections, below(selection, possible)),
    );
  const needs = (selections: readonly Selection[], possible: readonly string[]): boolean =>
    selections.some((selection) => {
      if (selection.kind === 'field') return false;
      const own = below(selection, possible);
      if (!isAbout(selection, type, schema)) return selectsAny(selection.selections, own);
      return selection.deferral === null && needs(selection.selections, own);
    });
  const possible = schema.getPossibleTypes(type).map(({ name }) => name);
  return sets.some((selections) => needs(selections, possible));
}

const isAboutNamed = (group: SelectedGroup, name: string, schema: GraphQLSchema): boolean => {
  const type = schema.getType(name);
  return isObjectType(type) && isAbout(group, type, schema);
};
