import { DocumentTransform } from '@apollo/client';
import { Defer20220824Handler } from '@apollo/client/incremental';
import type { DefinitionNode, DocumentNode } from 'graphql';
import { createCache } from './cache.ts';

/**
 * What decides how an operation's text leaves the browser. The manifest of persisted operations is printed by a client with the
 * same options (web/persisted-operations.ts): an id is the hash of a text, to the last blank.
 */
export const documentOptions = () => ({
  cache: createCache(),
  dataMasking: true,
  incrementalHandler: new Defer20220824Handler(),
  documentTransform: new DocumentTransform(inOrder),
});

/** The operation first, then its fragments by name: the order does not depend on which file imports which. */
const inOrder = (document: DocumentNode): DocumentNode => ({
  ...document,
  definitions: document.definitions.toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1)),
});

const rankOf = (definition: DefinitionNode): string =>
  definition.kind === 'FragmentDefinition' ? `1 ${definition.name.value}` : '0';
