import { parse, visit, type FieldNode } from 'graphql';
import { fieldedTypesOf } from '../supergraph/join-directives.ts';
import { readNamedFields } from '../supergraph/required-arguments.ts';

/** What the planner knows of required fields with arguments, which stand in the plan under names of their own. */
export type RequiredFields = {
  /** By that name: what a subgraph is asked for. */
  readonly meant: ReadonlyMap<string, FieldNode>;
  /** By `Type.field`: the names that the field requires. */
  readonly requiredBy: ReadonlyMap<string, ReadonlySet<string>>;
};

/** @param supergraphSdl as it is planned with */
export function readRequiredFields(supergraphSdl: string): RequiredFields {
  const meant = readNamedFields(supergraphSdl);
  const requiredBy = new Map<string, Set<string>>();
  if (meant.size === 0) return { meant, requiredBy };
  for (const type of fieldedTypesOf(parse(supergraphSdl)).values()) {
    for (const field of type.fields ?? []) {
      const names = new Set<string>();
      visit(field, {
        StringValue: ({ value }) => {
          for (const [name] of value.matchAll(/\w+/g)) if (meant.has(name)) names.add(name);
        },
      });
      requiredBy.set(`${type.name.value}.${field.name.value}`, names);
    }
  }
  return { meant, requiredBy };
}
