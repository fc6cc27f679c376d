import type { FetchNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import { parse, print, stripIgnoredCharacters, visit } from 'graphql';
import { withFetches } from './planned-fetches.ts';
import type { RequiredFields } from './required-fields.ts';
import { partsOf } from './split-fetch.ts';

/**
 * The plan with such fields asked for by their real names and arguments, and handed on under the names that subgraphs know. A fetch
 * that would have to hand on one field twice, with different arguments, becomes several.
 */
export const withArguments = (plan: QueryPlan, fields: RequiredFields): QueryPlan =>
  fields.meant.size === 0
    ? plan
    : withFetches(plan, ({ fetch, path }) =>
        partsOf(fetch, fields).map((part) => ({ fetch: fetchWithArguments(part, fields), path })),
      );

const fetchWithArguments = (fetch: FetchNode, fields: RequiredFields): FetchNode => ({
  ...fetch,
  operation: operationWithArguments(fetch.operation, fields),
  ...(fetch.requires && {
    requires: fetch.requires.map((selection) => handedOn(selection, fields)),
  }),
});

function operationWithArguments(operation: string, { meant }: RequiredFields): string {
  if (![...meant.keys()].some((name) => operation.includes(name))) return operation;
  const asked = visit(parse(operation), {
    Field: (field) => {
      const own = meant.get(field.name.value);
      if (!own) return undefined;
      return {
        ...field,
        name: own.name,
        alias: field.alias ?? field.name,
        arguments: [...(own.arguments ?? []), ...(field.arguments ?? [])],
      };
    },
  });
  return stripIgnoredCharacters(print(asked));
}

const handedOn = (
  selection: QueryPlanSelectionNode,
  fields: RequiredFields,
): QueryPlanSelectionNode => {
  const selections = selection.selections?.map((inner) => handedOn(inner, fields));
  if (selection.kind === 'InlineFragment') return { ...selection, selections: selections ?? [] };
  const own = fields.meant.get(selection.name);
  return {
    ...selection,
    ...(selections && { selections }),
    ...(own && { alias: selection.alias ?? selection.name, name: own.name.value }),
  };
};
