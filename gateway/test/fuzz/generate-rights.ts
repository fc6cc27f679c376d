import { parse, Kind, type SelectionSetNode } from 'graphql';
import type { Denial, FieldGate } from '../../src/rights/field-gate.ts';
import type { FieldGates } from '../../src/rights/field-gates.ts';
import type { Thing } from './data.ts';
import { memberOf, namedTypeOf, type Field, type Model } from './model.ts';
import { hashOf } from './random.ts';

/** What one caller may not read in a world. */
export type Rights = {
  /** For the gateway. */
  readonly gates: FieldGates;
  /** For the monolith, which refuses, and for the subgraphs, which may not even be asked. */
  readonly refuses: (thing: Thing, fieldName: string) => Denial | null;
};

const oneIn = 8;

/**
 * Refuses some fields by chance, and with each those that require it, because who reads these reads it too. Keys are never refused:
 * plans need them.
 */
export function generateRights(model: Model): Rights {
  const denialOf = (typeName: string, fieldName: string): Denial | null => {
    const field = fieldOf(model, typeName, fieldName);
    if (!field) return null;
    const { requires } = field;
    const isRefused =
      isRefusedByChance(model, typeName, fieldName) ||
      (requires !== null && refusesSome(typeName, setOf(requires)));
    return isRefused ? 'FORBIDDEN' : null;
  };
  const refusesSome = (typeName: string, { selections }: SelectionSetNode): boolean =>
    selections.some((selection) => {
      if (selection.kind !== Kind.FIELD) return false;
      const { name, selectionSet } = selection;
      if (denialOf(typeName, name.value) !== null) return true;
      const field = fieldOf(model, typeName, name.value);
      return selectionSet && field ? refusesSome(namedTypeOf(field.type), selectionSet) : false;
    });
  const membersOf = (typeName: string) => model.interfaces.get(typeName)?.members;
  const gate: FieldGate = {
    key: 'random',
    denialOf: (typeName, fieldName) => {
      const denials = (membersOf(typeName) ?? [typeName]).map((type) => denialOf(type, fieldName));
      return denials.every((denial) => denial !== null) ? (denials[0] ?? null) : null;
    },
  };
  return {
    gates: { gateOf: () => gate },
    refuses: ({ __typename, number }, fieldName) => {
      const members = membersOf(__typename);
      return denialOf(members ? memberOf(members, number) : __typename, fieldName);
    },
  };
}

const isRefusedByChance = ({ seed }: Model, typeName: string, fieldName: string): boolean =>
  hashOf(`${seed} ${fieldName} of ${typeName}`) % oneIn === 0;

/** Of the type itself, or of an interface that a subgraph knows as one object. */
function fieldOf(model: Model, typeName: string, fieldName: string): Field | undefined {
  const added = [...model.interfaces.values()]
    .filter(({ members }) => members.includes(typeName))
    .flatMap((type) => type.added);
  const own = model.objects.get(typeName)?.fields ?? [];
  return [...own, ...added].find(({ name }) => name === fieldName && name !== 'serial');
}

function setOf(fieldSet: string): SelectionSetNode {
  const [definition] = parse(`{ ${fieldSet} }`).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`No set: ${fieldSet}`);
  return definition.selectionSet;
}
