import { parse, print } from 'graphql';
import { executableSupergraph } from './executable-supergraph.ts';
import { nameRequiredArguments } from './required-arguments.ts';
import { withoutShadowingKeys } from './shadowing-keys.ts';

/** The supergraph as our planner gets it: what the planner would get wrong is said in another way that means the same. */
export const plannableSupergraph = (supergraphSdl: string): string =>
  print(nameRequiredArguments(withoutShadowingKeys(parse(executableSupergraph(supergraphSdl)))));
