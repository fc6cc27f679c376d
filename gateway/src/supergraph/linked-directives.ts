import { Kind, valueFromASTUntyped, type DirectiveNode, type DocumentNode } from 'graphql';

/** What a `@link` says. */
export type Link = {
  readonly url: string;
  readonly as?: string;
  readonly import?: readonly (string | { readonly name: string; readonly as?: string })[];
};

/**
 * What a supergraph calls a directive of one of Apollo's specifications: a subgraph may import it under another name.
 * @param specification such as `requiresScopes` or `cost`
 * @param directive when the specification has more than the one of its own name
 */
export function linkedDirectiveName(
  supergraph: DocumentNode,
  specification: string,
  directive = specification,
): string {
  const start = `https://specs.apollo.dev/${specification}/`;
  const link = linksOf(supergraph).find(({ url }) => url.startsWith(start));
  for (const imported of link?.import ?? []) {
    const { name, as = name } = typeof imported === 'string' ? { name: imported } : imported;
    if (name === `@${directive}`) return as.slice(1);
  }
  const namespace = link?.as ?? specification;
  return directive === specification ? namespace : `${namespace}__${directive}`;
}

/** The arguments of a directive as plain values. */
export const argumentsOf = ({ arguments: given = [] }: DirectiveNode): Record<string, unknown> =>
  Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));

/** Null: the directive is no `@link`. */
export function linkOf(node: DirectiveNode): Link | null {
  const link = argumentsOf(node);
  return node.name.value === 'link' && isLink(link) ? link : null;
}

const linksOf = ({ definitions }: DocumentNode): readonly Link[] =>
  definitions
    .filter(({ kind }) => kind === Kind.SCHEMA_DEFINITION || kind === Kind.SCHEMA_EXTENSION)
    .flatMap((definition) => ('directives' in definition ? (definition.directives ?? []) : []))
    .map(linkOf)
    .filter((link) => link !== null);

const isLink = (value: Record<string, unknown>): value is Link => typeof value['url'] === 'string';
