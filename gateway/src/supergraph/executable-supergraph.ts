import { Kind, parse, print, visit, type DocumentNode } from 'graphql';

/**
 * The supergraph as @apollo/gateway accepts it. It refuses a link `for: SECURITY` because it enforces none of them; here the
 * subgraphs enforce @authenticated and @requiresScopes themselves, so the purpose is left out. The directives stay in the text.
 */
export const executableSupergraph = (supergraphSdl: string): string =>
  print(withoutSecurityPurpose(parse(supergraphSdl)));

/** The same as a document. */
export const withoutSecurityPurpose = (supergraph: DocumentNode): DocumentNode =>
  visit(supergraph, {
    Argument: (argument) =>
      argument.name.value === 'for' &&
      argument.value.kind === Kind.ENUM &&
      argument.value.value === 'SECURITY'
        ? null
        : undefined,
  });
