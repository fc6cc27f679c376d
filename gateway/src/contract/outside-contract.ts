import {
  GraphQLError,
  Kind,
  validate,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

/** What of a document is not in the partners' schema, as validation errors that suggest only what is. Empty: all of it is. */
export type OutsideContract = (document: DocumentNode) => readonly GraphQLError[];

/** @param schema the partners'; null when they are offered nothing */
export function outsideContractOf(schema: GraphQLSchema | null): OutsideContract {
  if (schema === null) return () => [nothingOffered()];
  const known = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  return (document) => {
    const before = known.get(document);
    if (before) return before;
    const problems = [
      ...missingRoots(schema, document),
      ...validate(schema, document).map(withCode),
    ];
    known.set(document, problems);
    return problems;
  };
}

/** Of a kind of operation that the schema has no root for, graphql-js validates nothing at all. */
const missingRoots = (schema: GraphQLSchema, { definitions }: DocumentNode): GraphQLError[] =>
  definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .filter(({ operation }) => !schema.getRootType(operation))
    .map((nodes) => refused(`There is no ${nodes.operation} for API keys.`, nodes));

const withCode = ({ message, nodes }: GraphQLError): GraphQLError => refused(message, nodes);

const refused = (message: string, nodes: GraphQLError['nodes'] | ASTNode): GraphQLError =>
  new GraphQLError(message, {
    ...(nodes && { nodes }),
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
  });

const nothingOffered = () =>
  new GraphQLError('There is nothing here for API keys.', { extensions: { code: 'FORBIDDEN' } });
