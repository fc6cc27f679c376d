import { parse, print } from 'graphql';
import { withoutSecurityPurpose } from './executable-supergraph.ts';
import { withOperationDirectives } from './operation-directives.ts';
import { nameRequiredArguments } from './required-arguments.ts';
import { separateRequiredHops } from './required-hops.ts';
import { splitSharedFields } from './shared-fields.ts';
import { withoutShadowingKeys } from './shadowing-keys.ts';

/** The supergraph as our planner gets it: what the planner would get wrong is said in another way that means the same. */
export function plannableSupergraph(supergraphSdl: string): string {
  const executable = withOperationDirectives(withoutSecurityPurpose(parse(supergraphSdl)));
  const named = nameRequiredArguments(withoutShadowingKeys(executable));
  return print(separateRequiredHops(splitSharedFields(named)));
}
