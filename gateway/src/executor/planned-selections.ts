import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import type { FieldGate } from '../rights/field-gate.ts';
import { fragmentNode, isTypename, typenameNode } from './selection-nodes.ts';
import { ownDirectives } from './own-directives.ts';
import type { SelectedField, SelectedGroup, Selection } from './selections.ts';

type Planning = {
  readonly schema: GraphQLSchema;
  readonly gate: FieldGate | null;
  /** True: a fragment on an abstract type becomes one for each object type that can come there. */
  readonly writesOutAbstract: boolean;
};

/** Where a selection set stands: its type, and the object types that can come there. */
type Place = {
  readonly type: GraphQLCompositeType;
  readonly possible: readonly GraphQLObjectType[];
};

/**
 * The selections as the planner gets them: without introspection, and without what the caller is denied, so that no subgraph is asked
 * for it. Empty when there is nothing to fetch.
 */
export function plannedSelections(
  selections: readonly Selection[],
  root: GraphQLObjectType,
  planning: Planning,
): readonly SelectionNode[] {
  const nodes = planned(selections, { type: root, possible: [root] }, planning);
  return nodes.some((node) => !isTypename(node)) ? nodes : [];
}

const planned = (
  selections: readonly Selection[],
  place: Place,
  planning: Planning,
): SelectionNode[] =>
  selections.flatMap((selection) =>
    selection.kind === 'field'
      ? plannedField(selection, place, planning)
      : plannedGroup(selection, place, planning),
  );

function plannedGroup(group: SelectedGroup, place: Place, planning: Planning): SelectionNode[] {
  const type = group.typeName === null ? place.type : planning.schema.getType(group.typeName);
  if (!isCompositeType(type)) throw new Error('Validation lets only known types pass');
  const own = new Set(possibleTypes(type, planning.schema));
  const possible = place.possible.filter((object) => own.has(object));
  if (possible.length === 0) return [];
  // The planner would put equal fragments together, and a mutation's fields into another order.
  const isPlain = isObjectType(place.type) || type === place.type;
  if (isPlain && !group.deferral) return planned(group.selections, place, planning);
  const writesOut = planning.writesOutAbstract && !group.deferral;
  if (!writesOut || !isAbstractType(type)) {
    return plannedAs(group.typeName, group, { type, possible }, planning);
  }
  return possible.flatMap((object) =>
    plannedAs(object.name, group, { type: object, possible: [object] }, planning),
  );
}

function plannedAs(
  typeName: string | null,
  group: SelectedGroup,
  place: Place,
  planning: Planning,
): SelectionNode[] {
  const selections = planned(group.selections, place, planning);
  if (selections.length > 0) {
    const directives = group.deferral ? [deferDirective(group.deferral.id)] : [];
    return [fragmentNode(typeName, selections, directives)];
  }
  // Where all is denied, whom that is told of hangs on the object's type, which of an interface object is to be asked for.
  const isDenied = planning.gate && !group.deferral && group.selections.some(selectsField);
  return isDenied ? [fragmentNode(typeName, [typenameNode])] : [];
}

const selectsField = (selection: Selection): boolean =>
  selection.kind === 'field' || selection.selections.some(selectsField);

function plannedField(field: SelectedField, place: Place, planning: Planning): SelectionNode[] {
  const { value: name } = field.node.name;
  if (name === '__typename') return [typenameNode];
  if (name.startsWith('__')) return [];
  const node = fieldNode(field, place, planning);
  const { gate } = planning;
  if (!gate) return [node];
  const allowed = place.possible.filter((type) => gate.denialOf(type.name, name) === null);
  if (allowed.length === place.possible.length) return [node];
  return allowed.map((type) => fragmentNode(type.name, [node]));
}

function fieldNode(field: SelectedField, { type }: Place, planning: Planning): FieldNode {
  const { node, dataKey } = field;
  const { name, arguments: given, directives = [] } = node;
  return {
    kind: Kind.FIELD,
    name,
    ...(dataKey !== name.value && { alias: { kind: Kind.NAME, value: dataKey } }),
    ...(given && { arguments: given }),
    directives: ownDirectives(directives, planning.schema),
    ...(node.selectionSet && { selectionSet: subselection(field, type, planning) }),
  };
}

/** A selection set that lost all its fields still asks whether the object is there. */
function subselection(
  { node, selections }: SelectedField,
  parent: GraphQLCompositeType,
  planning: Planning,
) {
  const definition =
    isObjectType(parent) || isInterfaceType(parent)
      ? parent.getFields()[node.name.value]
      : undefined;
  const type = definition && getNamedType(definition.type);
  if (!isCompositeType(type)) throw new Error('Validation lets only fields of the schema pass');
  const possible = possibleTypes(type, planning.schema);
  const nodes = planned(selections, { type, possible }, planning);
  return {
    kind: Kind.SELECTION_SET,
    selections: nodes.length > 0 ? nodes : [typenameNode],
  } as const;
}

const possibleTypes = (
  type: GraphQLCompositeType,
  schema: GraphQLSchema,
): readonly GraphQLObjectType[] => (isAbstractType(type) ? schema.getPossibleTypes(type) : [type]);

const deferDirective = (label: string) =>
  ({
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'defer' },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: 'label' },
        value: { kind: Kind.STRING, value: label },
      },
    ],
  }) as const;
