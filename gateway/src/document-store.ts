import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/** A read document takes some 46 bytes for each character of its text: 23 MB. */
const maxCharacters = 500_000;

/**
 * The documents that were read and found valid last. Apollo Server's own store writes each as JSON to weigh it, which takes as long as to read
 * it, and lets anybody who sends ever new texts fill 130 MB.
 */
export function createDocumentStore(maxSize = maxCharacters): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize,
    sizeCalculation: ({ loc }) => Math.max(1, loc?.source.body.length ?? maxSize),
  });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => void documents.set(key, document),
    delete: async (key) => documents.delete(key),
  };
}
