import { isAllowed, type Rule } from '@finflow/shared/graphql/authorization';
import type { Viewer } from '@finflow/shared/viewer';

/** What a caller must satisfy to read a field. Scopes and policies are sets of which one must be satisfied whole. */
export type Requirement =
  | Rule
  | { readonly kind: 'policies'; readonly sets: readonly (readonly string[])[] };

/** The policies that `@policy` may name. They look at the caller and at nothing else, so that callers can share a gate. */
export type Policies = Readonly<Record<string, (viewer: Viewer) => boolean>>;

/** Whether the caller satisfies it. A policy that nobody registered is never satisfied. */
export function satisfies(viewer: Viewer, requirement: Requirement, policies: Policies): boolean {
  if (requirement.kind !== 'policies') return isAllowed(viewer, requirement);
  return requirement.sets.some((set) =>
    set.every((name) => Object.hasOwn(policies, name) && policies[name]?.(viewer) === true),
  );
}
