import { parse, visit, type FieldNode } from 'graphql';
import { fieldedTypesOf } from '../supergraph/join-directives.ts';
import { readStandIns } from '../supergraph/stand-in-fields.ts';

/** The fields that stand in the plan for others: required ones with arguments, and those of one of several subgraphs. */
export type RequiredFields = {
  /** By that name: what a subgraph is asked for. */
  readonly meant: ReadonlyMap<string, FieldNode>;
  /** By `Type.field`: the names that the field requires. */
  readonly requiredBy: ReadonlyMap<string, ReadonlySet<string>>;
};

/** @param supergraphSdl as it is planned with */
export function readRequiredFields(supergraphSdl: string): RequiredFields {
  const meant = readStandIns(supergraphSdl);
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
