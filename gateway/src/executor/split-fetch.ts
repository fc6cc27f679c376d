import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { Kind, type SelectionNode } from 'graphql';
import { entitySelections, operationOf, withEntitySelections } from './fetch-operation.ts';
import type { RequiredFields } from './required-fields.ts';

/** The fetch as several, none of which needs one field with different arguments. */
export function partsOf(fetch: FetchNode, fields: RequiredFields): readonly FetchNode[] {
  const clashing = clashingNames(fetch.requires ?? [], fields);
  if (clashing.size === 0) return [fetch];
  const groups: Set<string>[] = [];
  const neededBy = (type: string, field: string): readonly string[] =>
    [...(fields.requiredBy.get(`${type}.${field}`) ?? [])].filter((name) => clashing.has(name));
  forEachField(fetch, (type, field) => {
    const needed = neededBy(type, field);
    const group = groups.find((some) => fits(some, needed, fields));
    if (group) for (const name of needed) group.add(name);
    else groups.push(new Set(needed));
  });
  return groups.map((group) => {
    const handsOn = (name: string, field: string) =>
      group.has(name) && fields.meant.get(name)?.name.value === field;
    return restricted(fetch, {
      keepsField: (type, field) => group === groupOf(groups, neededBy(type, field)),
      keepsName: (name, siblings) =>
        clashing.has(name) ? group.has(name) : !siblings.some((sibling) => handsOn(sibling, name)),
    });
  });
}

const groupOf = (groups: readonly Set<string>[], needed: readonly string[]) =>
  groups.find((group) =>
    needed.length === 0 ? group.size === 0 : needed.every((name) => group.has(name)),
  );

/** Whether the names can be handed on together with those of the group. Fields that need none stay by themselves. */
const fits = (
  group: ReadonlySet<string>,
  needed: readonly string[],
  { meant }: RequiredFields,
): boolean =>
  (group.size === 0) === (needed.length === 0) &&
  needed.every((name) =>
    [...group].every(
      (other) => other === name || meant.get(other)?.name.value !== meant.get(name)?.name.value,
    ),
  );

/** The names that stand for one field of an object, as another name or the field itself does. */
function clashingNames(
  requires: readonly QueryPlanSelectionNode[],
  { meant }: RequiredFields,
): ReadonlySet<string> {
  const clashing = new Set<string>();
  const add = (selections: readonly QueryPlanSelectionNode[]) => {
    const byField = new Map<string, Set<string>>();
    for (const { name, selections: inner = [] } of fieldsIn(selections)) {
      const field = meant.get(name)?.name.value ?? name;
      byField.set(field, (byField.get(field) ?? new Set()).add(name));
      add(inner);
    }
    for (const names of byField.values()) {
      for (const name of names) if (names.size > 1 && meant.has(name)) clashing.add(name);
    }
  };
  add(requires);
  return clashing;
}

type RequiredField = Extract<QueryPlanSelectionNode, { readonly kind: 'Field' }>;

/** Of one object, so also those in fragments on it. */
const fieldsIn = (selections: readonly QueryPlanSelectionNode[]): readonly RequiredField[] =>
  selections.flatMap((selection) =>
    selection.kind === 'Field' ? [selection] : fieldsIn(selection.selections),
  );

/** The fields that a fetch asks of entities, with the types on which it does. */
function forEachField(fetch: FetchNode, tell: (type: string, field: string) => void): void {
  keptIn(entitySelections(operationOf(fetch)), (type, field) => {
    tell(type, field);
    return true;
  });
}

type Restriction = {
  readonly keepsField: (type: string, field: string) => boolean;
  /** Of a required field, beside others of its object. */
  readonly keepsName: (name: string, siblings: readonly string[]) => boolean;
};

const restricted = (fetch: FetchNode, { keepsField, keepsName }: Restriction): FetchNode => ({
  ...withEntitySelections(fetch, keptIn(entitySelections(operationOf(fetch)), keepsField)),
  requires: (fetch.requires ?? []).map((selection) => withoutNames(selection, keepsName)),
});

const withoutNames = (
  selection: QueryPlanSelectionNode,
  keeps: Restriction['keepsName'],
): QueryPlanSelectionNode => {
  const siblings = fieldsIn(selection.selections ?? []).map(({ name }) => name);
  const selections = selection.selections
    ?.filter((inner) => inner.kind !== 'Field' || keeps(inner.name, siblings))
    .map((inner) => withoutNames(inner, keeps));
  return selection.kind === 'Field'
    ? { ...selection, ...(selections && { selections }) }
    : { ...selection, selections: selections ?? [] };
};

/** The selections with only the fields of entities that are kept. */
function keptIn(
  selections: readonly SelectionNode[],
  keeps: (type: string, field: string) => boolean,
  type = '',
): readonly SelectionNode[] {
  return selections.flatMap((selection): readonly SelectionNode[] => {
    if (selection.kind === Kind.FIELD) {
      const { value: name } = selection.name;
      return name === '__typename' || keeps(type, name) ? [selection] : [];
    }
    if (selection.kind !== Kind.INLINE_FRAGMENT) return [selection];
    const inner = selection.typeCondition?.name.value ?? type;
    const kept = keptIn(selection.selectionSet.selections, keeps, inner);
    if (kept.length === 0) return [];
    return [{ ...selection, selectionSet: { ...selection.selectionSet, selections: kept } }];
  });
}
