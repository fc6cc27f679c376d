import {
  Kind,
  valueFromASTUntyped,
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type TypeDefinitionNode,
} from 'graphql';
import type { Requirement } from './requirement.ts';

/** What a type or a field of the supergraph says of its readers. */
export type SecurityDirectives = {
  /** True when the supergraph knows @public: what carries no mark at all is for signed-in users. */
  readonly isPrivateByDefault: boolean;
  /** All that the definition itself requires; empty when it says nothing. */
  of(node: TypeDefinitionNode | FieldDefinitionNode | null | undefined): readonly Requirement[];
};

const publicMark = 'public';

/**
 * Reads @authenticated, @requiresScopes, @policy and @public under the names that the supergraph gives them: a subgraph may import
 * a directive under another name, and one that isn't recognized would leave the field open.
 */
export function readSecurityDirectives(supergraph: DocumentNode): SecurityDirectives {
  const links = linksOf(supergraph);
  const authenticated = nameOf(links, 'authenticated');
  const requiresScopes = nameOf(links, 'requiresScopes');
  const policy = nameOf(links, 'policy');
  return {
    isPrivateByDefault: supergraph.definitions.some(
      (definition) =>
        definition.kind === Kind.DIRECTIVE_DEFINITION && definition.name.value === publicMark,
    ),
    of: (node) => {
      const applied = (name: string) =>
        (node?.directives ?? []).filter((directive) => directive.name.value === name);
      const scopes = applied(requiresScopes).map(
        (directive): Requirement => ({ kind: 'scopes', sets: setsOf(directive, 'scopes') }),
      );
      const policies = applied(policy).map(
        (directive): Requirement => ({ kind: 'policies', sets: setsOf(directive, 'policies') }),
      );
      return [...(scopes.length > 0 ? scopes : unscoped(applied)), ...policies];
    },
  };

  /** Scopes say more than @authenticated, which then adds nothing: the same reading as in the subgraphs. */
  function unscoped(applied: (name: string) => readonly DirectiveNode[]): readonly Requirement[] {
    if (applied(authenticated).length > 0) return [{ kind: 'authenticated' }];
    return applied(publicMark).length > 0 ? [{ kind: 'public' }] : [];
  }
}

type Link = {
  readonly url: string;
  readonly as?: string;
  readonly import?: readonly (string | { readonly name: string; readonly as?: string })[];
};

const linksOf = ({ definitions }: DocumentNode): readonly Link[] =>
  definitions
    .filter(({ kind }) => kind === Kind.SCHEMA_DEFINITION || kind === Kind.SCHEMA_EXTENSION)
    .flatMap((definition) => ('directives' in definition ? (definition.directives ?? []) : []))
    .filter(({ name }) => name.value === 'link')
    .map((directive) => argumentsOf(directive))
    .filter(isLink);

const isLink = (value: Record<string, unknown>): value is Link => typeof value['url'] === 'string';

/** What the supergraph calls the directive of the Apollo specification of that name. */
function nameOf(links: readonly Link[], specification: string): string {
  const link = links.find(({ url }) =>
    url.startsWith(`https://specs.apollo.dev/${specification}/`),
  );
  for (const imported of link?.import ?? []) {
    if (typeof imported === 'object' && imported.name === `@${specification}`) {
      return imported.as?.slice(1) ?? specification;
    }
  }
  return link?.as ?? specification;
}

const argumentsOf = ({ arguments: given = [] }: DirectiveNode): Record<string, unknown> =>
  Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));

/** Sets of names of which one must be satisfied. What can't be read as such is satisfied by nobody. */
function setsOf(directive: DirectiveNode, name: string): readonly (readonly string[])[] {
  const sets = argumentsOf(directive)[name];
  return Array.isArray(sets)
    ? sets.filter((set): set is string[] => Array.isArray(set) && set.every(isText))
    : [];
}

const isText = (value: unknown): value is string => typeof value === 'string';
