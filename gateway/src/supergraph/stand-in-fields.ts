import {
  Kind,
  parse,
  visit,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type FieldNode,
} from 'graphql';
import { selectionsOf } from './join-directives.ts';

/** A field of its own for the planner alone, that stands for another as subgraphs are asked for it. */
export type StandIn = {
  readonly name: string;
  /** What it stands for, such as `price(currency:"EUR")`. */
  readonly text: string;
};

const kinds = { required: '_required_', shared: '_shared_' };

/** @param index no two of a kind have the same */
export const standInName = (
  kind: keyof typeof kinds,
  index: number,
  { value }: FieldNode['name'],
): string => `${kinds[kind]}${index}_${value}`;

/** Beside the original, hidden from clients, and described by what it stands for. */
export const standInField = (
  original: FieldDefinitionNode,
  { name, text }: StandIn,
  inaccessible: ConstDirectiveNode,
): FieldDefinitionNode => ({
  ...original,
  description: { kind: Kind.STRING, value: text },
  name: { kind: Kind.NAME, value: name },
  directives: [
    ...(original.directives ?? []).filter(
      (directive) => directive.name.value !== inaccessible.name.value,
    ),
    inaccessible,
  ],
});

const isStandIn = (name: string): boolean =>
  Object.values(kinds).some((prefix) => name.startsWith(prefix));

/** By its name: what a stand-in stands for, as it is asked of subgraphs. */
export function readStandIns(supergraphSdl: string): ReadonlyMap<string, FieldNode> {
  const fields = new Map<string, FieldNode>();
  if (!Object.values(kinds).some((prefix) => supergraphSdl.includes(prefix))) return fields;
  visit(parse(supergraphSdl), {
    FieldDefinition: ({ name, description }) => {
      if (!isStandIn(name.value) || !description) return;
      const [field] = selectionsOf(description.value);
      if (field?.kind === Kind.FIELD) fields.set(name.value, field);
    },
  });
  return fields;
}
