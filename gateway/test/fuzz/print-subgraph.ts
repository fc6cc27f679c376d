import { isShared } from './generate-requirements.ts';
import { keyFields, keySets } from './keys.ts';
import { interfaceFieldsIn, isDeclared, knowsAsObject, membersIn } from './knowledge.ts';
import {
  colors,
  declaredIn,
  type Field,
  type InterfaceType,
  type Model,
  type ObjectType,
  type Presence,
} from './model.ts';

const preamble = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@override", "@inaccessible", "@interfaceObject"
])
scalar Json
enum Color { ${colors.join(' ')} }
input Filter { from: Int = 1, color: Color, list: [Int!], deep: Filter }
`;

/** The schema of one subgraph, as its team would have written it. */
export function printSubgraph(model: Model, subgraph: string): string {
  const types = [
    ...[...model.objects.values()].map((type) => printObject(model, type, subgraph)),
    ...[...model.interfaces.values()].map((type) => printInterface(model, type, subgraph)),
    ...[...model.unions.values()].map(({ name, members }) => {
      const present = members.filter((member) => isDeclared(model, member, subgraph));
      return present.length > 0 ? `union ${name} = ${present.join(' | ')}\n` : '';
    }),
  ];
  return preamble + types.join('');
}

function printObject(model: Model, type: ObjectType, subgraph: string): string {
  const presence = type.presences.get(subgraph);
  if (!presence) return '';
  const fields = [
    ...printKeyFields(presence),
    ...type.fields.flatMap((field) => printField(model, type, field, subgraph)),
  ];
  if (fields.length === 0) return '';
  return `type ${type.name}${implementsOf(model, type, subgraph)}${printKeys(presence)} {\n  ${fields.join('\n  ')}\n}\n`;
}

const printKeys = ({ keys }: Presence): string =>
  keys
    .map(({ key, resolvable }) => {
      const rest = resolvable ? '' : ', resolvable: false';
      return ` @key(fields: "${keySets[key]}"${rest})`;
    })
    .join('');

const printKeyFields = ({ keys }: Presence): string[] =>
  keys.flatMap(({ key }) =>
    Object.entries(keyFields[key]).map(([name, type]) => `${name}: ${type} @shareable`),
  );

function implementsOf(model: Model, { name }: ObjectType, subgraph: string): string {
  const interfaces = [...model.interfaces.values()].filter(
    (type) =>
      interfaceFieldsIn(model, type, subgraph).length > 0 &&
      membersIn(model, type, subgraph).includes(name),
  );
  if (interfaces.length === 0) return '';
  return ` implements ${interfaces.map((type) => type.name).join(' & ')}`;
}

function printInterface(model: Model, type: InterfaceType, subgraph: string): string {
  if (knowsAsObject(type, subgraph)) {
    const added = type.added
      .filter((field) => declaredIn(field, subgraph))
      .map((field) => printDeclaration(field, []));
    return `type ${type.name} @key(fields: "id") @interfaceObject {\n  id: ID!\n  ${added.join('\n  ')}\n}\n`;
  }
  const fields = interfaceFieldsIn(model, type, subgraph);
  if (fields.length === 0) return '';
  const key = type.entity ? ' @key(fields: "id")' : '';
  const lines = fields.map((field) => `${field.name}: ${field.type}`);
  return `interface ${type.name}${key} {\n  ${lines.join('\n  ')}\n}\n`;
}

function printField(model: Model, type: ObjectType, field: Field, subgraph: string): string[] {
  const placement = field.placements.find((own) => own.subgraph === subgraph);
  if (!placement) return [];
  const external = placement.role === 'external';
  const first = field.placements.find(({ role }) => role === 'resolved') === placement;
  return [
    printDeclaration(field, [
      external ? '@external' : isShared(model, type.name, field) ? '@shareable' : '',
      placement.overrides ? `@override(from: "${placement.overrides}")` : '',
      placement.provides ? `@provides(fields: "${placement.provides}")` : '',
      !external && field.requires
        ? `@requires(fields: "${field.requires.replaceAll('"', '\\"')}")`
        : '',
      first && field.inaccessible ? '@inaccessible' : '',
    ]),
  ];
}

function printDeclaration({ name, type, args }: Field, directives: readonly string[]): string {
  const printed = args.map(
    (arg) => `${arg.name}: ${arg.type}${arg.byDefault === null ? '' : ` = ${arg.byDefault}`}`,
  );
  const list = printed.length > 0 ? `(${printed.join(', ')})` : '';
  return [`${name}${list}: ${type}`, ...directives].filter(Boolean).join(' ');
}
