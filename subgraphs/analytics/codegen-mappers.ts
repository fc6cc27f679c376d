/** What codegen.ts is told of this subgraph: the resolvers' context and the type behind each GraphQL type. */
export const contextType = '../context.ts#AnalyticsContext';

export const mappers: Record<string, string> = {};
