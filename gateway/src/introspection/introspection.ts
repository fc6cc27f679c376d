import type { Viewer } from '@finflow/shared/viewer';
import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { OperationRule } from '../rules-in-turn.ts';
import { mayDevelop } from '../viewer/may-develop.ts';

/** Who may ask what the schema is: `developers` are those who could build on the API anyway (see `mayDevelop`). */
export type IntrospectionMode = 'everybody' | 'developers' | 'nobody';

const mayIntrospect = (mode: IntrospectionMode, viewer: Viewer): boolean =>
  mode === 'everybody' || (mode === 'developers' && mayDevelop(viewer));

/**
 * Refuses introspection by INTROSPECTION_DISABLED (403) to whom it is not for, and takes out of their errors what would spell the schema
 * out guess by guess. It works on each request: documents are validated once for all callers.
 */
export const introspectionGuard = (mode: IntrospectionMode): OperationRule => ({
  requestDidStart: ({ contextValue }) => {
    if (mayIntrospect(mode, contextValue.viewer)) return undefined;
    return {
      didResolveOperation: ({ document, operation }) => {
        if (operation && asksForSchema(document, operation)) throw notForYou(mode);
      },
      willSendResponse: ({ response: { body } }) => {
        const result = body.kind === 'single' ? body.singleResult : body.initialResult;
        if (result.errors) result.errors = result.errors.map(withoutSuggestion);
      },
    };
  },
});

/** graphql-js ends the sentence about an unknown name with the names that exist. */
const withoutSuggestion = (error: GraphQLFormattedError): GraphQLFormattedError => ({
  ...error,
  message: error.message.replace(/ ?Did you mean .+\?$/, ''),
});

const known = new WeakMap<OperationDefinitionNode, boolean>();

/** Whether `__schema` or `__type` stands at the root, in whatever fragments. `__typename` is no secret. */
function asksForSchema(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const before = known.get(operation);
  if (before !== undefined) return before;
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  const inSet = ({ selections }: SelectionSetNode): boolean =>
    selections.some((selection) => {
      if (selection.kind === Kind.FIELD)
        return ['__schema', '__type'].includes(selection.name.value);
      if (selection.kind === Kind.INLINE_FRAGMENT) return inSet(selection.selectionSet);
      const fragment = fragments.get(selection.name.value);
      return fragment !== undefined && inSet(fragment.selectionSet);
    });
  const asks = inSet(operation.selectionSet);
  known.set(operation, asks);
  return asks;
}

const notForYou = (mode: IntrospectionMode) =>
  new GraphQLError(
    mode === 'nobody'
      ? 'The schema is not shown here.'
      : 'The schema is shown to owners and administrators. Send your credential, or an API key.',
    { extensions: { code: 'INTROSPECTION_DISABLED', http: { status: 403 } } },
  );
