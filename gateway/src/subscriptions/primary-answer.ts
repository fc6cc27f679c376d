import {
  Kind,
  parse,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Signal } from './feeds.ts';

type Data = Record<string, unknown>;

/** Answers the plan's first step in place of the virtual subgraph, from the signal alone: the entity's type and key. */
export type PrimaryAnswer = (signal: Signal) => { readonly data: Data };

/**
 * Reads the plan's first operation once, with the aliases that the client chose, and answers it for each signal.
 * @param operation the text that the planner would send to the virtual subgraph
 */
export function primaryAnswer(operation: string): PrimaryAnswer {
  const definition = parse(operation).definitions.find(
    ({ kind }) => kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode;
  const roots = fieldsOf(definition.selectionSet);
  return (signal) => ({
    data: Object.fromEntries(
      roots.map((field) => [responseName(field), entityOf(field.selectionSet, signal)]),
    ),
  });
}

function entityOf(selectionSet: SelectionSetNode | undefined, signal: Signal): Data {
  const fields = selectionSet ? fieldsOf(selectionSet) : [];
  return Object.fromEntries(
    fields.map((field) => [
      responseName(field),
      field.name.value === '__typename' ? signal.typename : signal.entityId,
    ]),
  );
}

/** The virtual subgraph knows object types with a key and nothing else, so any fragment is about the entity itself. */
const fieldsOf = ({ selections }: SelectionSetNode): FieldNode[] =>
  selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet);
    throw new Error('The planner writes no named fragments');
  });

const responseName = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;
