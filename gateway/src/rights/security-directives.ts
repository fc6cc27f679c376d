import {
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type TypeDefinitionNode,
} from 'graphql';
import { argumentsOf, linkedDirectiveName } from '../supergraph/linked-directives.ts';
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
  const authenticated = linkedDirectiveName(supergraph, 'authenticated');
  const requiresScopes = linkedDirectiveName(supergraph, 'requiresScopes');
  const policy = linkedDirectiveName(supergraph, 'policy');
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

/** Sets of names of which one must be satisfied. What can't be read as such is satisfied by nobody. */
function setsOf(directive: DirectiveNode, name: string): readonly (readonly string[])[] {
  const sets = argumentsOf(directive)[name];
  return Array.isArray(sets)
    ? sets.filter((set): set is string[] => Array.isArray(set) && set.every(isText))
    : [];
}

const isText = (value: unknown): value is string => typeof value === 'string';
