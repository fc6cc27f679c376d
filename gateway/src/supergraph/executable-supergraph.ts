import { Kind, parse, print, visit } from 'graphql';

/**
 * The supergraph as @apollo/gateway accepts it. It refuses a link `for: SECURITY` because it enforces none of them; here the
 * subgraphs enforce @authenticated and @requiresScopes themselves, so the purpose is left out. The directives stay in the text.
 */
export const executableSupergraph = (supergraphSdl: string): string =>
  print(
    visit(parse(supergraphSdl), {
      Argument: (argument) =>
        argument.name.value === 'for' &&
        argument.value.kind === Kind.ENUM &&
        argument.value.value === 'SECURITY'
          ? null
          : undefined,
    }),
  );
