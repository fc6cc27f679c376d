import { GraphQLError, type ASTVisitor, type FieldNode, type ValidationContext } from 'graphql';

/** What the entities of the supergraph are keyed by. */
const keyFields = new Set(['id']);

/**
 * Refuses an alias that calls another field by a key's name, as in `{ payment { id: note } }`. Only where the executor of
 * @apollo/gateway has been switched to: it takes what stands under a key's name for the key, and would ask the next subgraph for
 * an entity of the caller's choice.
 */
export const noAliasOfKeys = (context: ValidationContext): ASTVisitor => ({
  Field: ({ alias, name }: FieldNode) => {
    if (!alias || alias.value === name.value || !isReserved(alias.value)) return;
    context.reportError(
      new GraphQLError(`The alias ${alias.value} is reserved for the field of that name.`, {
        nodes: alias,
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      }),
    );
  },
});

const isReserved = (alias: string): boolean => keyFields.has(alias) || alias.startsWith('__');
