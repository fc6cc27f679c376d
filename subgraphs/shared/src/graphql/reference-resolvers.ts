type Resolvers = Readonly<Record<string, object>>;

/**
 * Lets every `__resolveReference` fail by rejecting. @apollo/subgraph asks for a list of entities in one go: one that throws at once
 * takes all the others of the list with it, one that rejects only its own.
 */
export const withRejectingReferences = (resolvers: Resolvers): Resolvers =>
  Object.fromEntries(
    Object.entries(resolvers).map(([type, fields]) => {
      const resolve: unknown = Reflect.get(fields, '__resolveReference');
      if (typeof resolve !== 'function') return [type, fields];
      const rejecting = async (...given: readonly unknown[]): Promise<unknown> =>
        Reflect.apply(resolve, fields, given);
      return [type, { ...fields, __resolveReference: rejecting }];
    }),
  );
