import { HeaderMap, type GraphQLResponse } from '@apollo/server';
import {
  execute,
  GraphQLError,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { presentError } from '../present-error.ts';
import type { OperationRule } from '../rules-in-turn.ts';
import type { OutsideContract } from './outside-contract.ts';
import { rootFieldNames } from './root-fields.ts';

/** What programs with an API key may ask for. */
export type PartnerContract = {
  /** Null when they are offered nothing. */
  readonly schema: GraphQLSchema | null;
  readonly outside: OutsideContract;
};

/**
 * Keeps programs with an API key to the partners' schema: they can ask for nothing else, are told of nothing else when a document is
 * wrong, and see it when they ask for the schema. The rest of the way is everybody's: the same plan, executor and subgraphs.
 */
export const partnerGuard = (contract: PartnerContract): OperationRule => ({
  requestDidStart: ({ contextValue }) =>
    contextValue.viewer.kind === 'partner' ? guardOf(contract) : undefined,
});

const guardOf = ({ schema, outside }: PartnerContract) => ({
  didResolveOperation: ({ document, operation }: Resolved) => {
    const [problem] = outside(document);
    if (problem) throw problem;
    if (operation && isMixed(rootFieldNames(document, operation))) throw mixed();
  },
  responseForOperation: async ({ document, operation, request }: Resolved) => {
    if (!schema || !operation || !asksForSchema(rootFieldNames(document, operation))) return null;
    return answered(
      await execute({
        schema,
        document,
        operationName: request.operationName ?? null,
        variableValues: request.variables ?? {},
      }),
    );
  },
  willSendResponse: ({ document, response: { body } }: Sent) => {
    const result = body.kind === 'single' ? body.singleResult : null;
    const problems = document && result?.errors ? outside(document) : [];
    // All of them, and instead of what the whole schema has to say about a document that is not valid there either.
    if (result && problems.length > 0) {
      result.errors = problems.map((problem) => presentError(problem.toJSON(), problem));
    }
  },
});

type Resolved = {
  readonly document: DocumentNode;
  readonly operation?: OperationDefinitionNode;
  readonly request: {
    readonly operationName?: string;
    readonly variables?: Readonly<Record<string, unknown>>;
  };
};

type Sent = { readonly document?: DocumentNode; readonly response: GraphQLResponse };

const schemaFields = new Set(['__schema', '__type']);

const asksForSchema = (names: ReadonlySet<string>): boolean =>
  [...names].some((name) => schemaFields.has(name));

const isMixed = (names: ReadonlySet<string>): boolean =>
  asksForSchema(names) && [...names].some((name) => !name.startsWith('__'));

/** An introspection can only go wrong by its variables. */
function answered({ data, errors }: ExecutionResult): GraphQLResponse {
  const shown = errors?.map(({ message, locations }) => ({
    message,
    ...(locations && { locations }),
    extensions: { code: 'BAD_USER_INPUT' },
  }));
  const singleResult = { ...(data !== undefined && { data }), ...(shown && { errors: shown }) };
  return {
    http: { ...(shown && { status: 400 }), headers: new HeaderMap() },
    body: { kind: 'single', singleResult },
  };
}

const mixed = () =>
  new GraphQLError('Ask for the schema in an operation of its own.', {
    extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
  });
