import { objectNamed, resolvedIn, type InterfaceType, type Model } from './model.ts';

/** What each subgraph knows, read off the model. */

export const knowsAsObject = ({ entity }: InterfaceType, subgraph: string): boolean =>
  entity?.objectIn.includes(subgraph) ?? false;

/** The members that a subgraph declares. An interface with a key is declared by its home alone, with all of them. */
export function membersIn(model: Model, type: InterfaceType, subgraph: string): string[] {
  if (type.entity && type.entity.home !== subgraph) return [];
  const members = type.members.filter((name) => objectNamed(model, name).presences.has(subgraph));
  return members.filter((name) => interfaceFieldsOf(model, type, name, subgraph) > 0);
}

/** Members of a subgraph must share at least one field there, or it can't declare the interface for them. */
const interfaceFieldsOf = (
  model: Model,
  type: InterfaceType,
  member: string,
  subgraph: string,
): number => type.fields.filter(({ name }) => hasField(model, member, name, subgraph)).length;

const hasField = (model: Model, member: string, name: string, subgraph: string): boolean => {
  const { fields, presences } = objectNamed(model, member);
  if (name === 'id') return presences.get(subgraph)?.keys.some(({ key }) => key === 'id') ?? false;
  const field = fields.find((candidate) => candidate.name === name);
  return field !== undefined && resolvedIn(field, subgraph);
};

/** Fields that an interface has in a subgraph: those that all its members there resolve. */
export function interfaceFieldsIn(model: Model, type: InterfaceType, subgraph: string) {
  const members = membersIn(model, type, subgraph);
  if (members.length === 0) return [];
  return type.fields.filter(({ name }) =>
    members.every((member) => hasField(model, member, name, subgraph)),
  );
}

/** True when the subgraph's schema has the type. */
export function isDeclared(model: Model, name: string, subgraph: string): boolean {
  const type = model.interfaces.get(name);
  if (type)
    return knowsAsObject(type, subgraph) || interfaceFieldsIn(model, type, subgraph).length > 0;
  return objectsGiven(model, name, subgraph).length > 0;
}

/** Object types of the whole that a subgraph can give where a field says the type; none when it does not know it. */
export function objectsGiven(model: Model, name: string, subgraph: string): string[] {
  const union = model.unions.get(name);
  if (union) return union.members.filter((member) => presentIn(model, member, subgraph));
  const type = model.interfaces.get(name);
  if (type && knowsAsObject(type, subgraph)) return [...type.members];
  if (type)
    return interfaceFieldsIn(model, type, subgraph).length > 0
      ? membersIn(model, type, subgraph)
      : [];
  return presentIn(model, name, subgraph) ? [name] : [];
}

const presentIn = (model: Model, name: string, subgraph: string): boolean =>
  objectNamed(model, name).presences.has(subgraph);
