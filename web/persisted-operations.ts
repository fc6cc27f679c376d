import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import {
  Kind,
  print,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';
import { documentOptions } from './src/apollo/sent-documents.ts';

/**
 * A plugin of the code generator: the manifest of all operations that the web app can send, in Apollo's format. The texts are
 * taken from an Apollo Client with the app's own options, so that they equal what the app sends.
 */
export async function plugin(_schema: unknown, files: readonly SourceFile[]): Promise<string> {
  const definitions = files.flatMap(({ document }) => document?.definitions ?? []);
  const fragments = new Map(
    definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d]] : [])),
  );
  const operations = await Promise.all(
    definitions
      .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
      .map((operation) => persisted(operation, fragments)),
  );
  const byName = operations.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations: byName };
  return JSON.stringify(manifest, null, 2);
}

/** What the generator found in one file. */
type SourceFile = { readonly document?: DocumentNode };

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

async function persisted(operation: OperationDefinitionNode, fragments: Fragments) {
  const { name, operation: type } = operation;
  if (!name) throw new Error('Every operation of the app has a name.');
  const body = await sentText({
    kind: Kind.DOCUMENT,
    definitions: [operation, ...usedBy(operation, fragments)],
  });
  const id = createHash('sha256').update(body).digest('hex');
  return { id, name: name.value, type, body };
}

/** The fragments that the operation spreads, directly or in each other, each once. */
function usedBy(operation: OperationDefinitionNode, fragments: Fragments) {
  const used = new Set<FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode) =>
    visit(node, {
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (!fragment) throw new Error(`Nobody defines the fragment ${name.value}.`);
        if (used.has(fragment)) return;
        used.add(fragment);
        collect(fragment);
      },
    });
  collect(operation);
  return used;
}

/** What the app's client hands to the network for this document. */
async function sentText(document: DocumentNode): Promise<string> {
  let text: string | undefined;
  const link = new ApolloLink(({ query }) => {
    text = print(query);
    return new Observable((observer) => {
      observer.next({ data: {} });
      observer.complete();
    });
  });
  const client = new ApolloClient({ ...documentOptions(), link });
  await send(client, document);
  client.stop();
  if (text === undefined) throw new Error('The client sent nothing.');
  return text;
}

function send(client: ApolloClient, document: DocumentNode): Promise<unknown> {
  const [operation] = document.definitions;
  const type = operation?.kind === Kind.OPERATION_DEFINITION ? operation.operation : 'query';
  if (type === 'query') return client.query({ query: document, fetchPolicy: 'no-cache' });
  if (type === 'mutation') return client.mutate({ mutation: document, fetchPolicy: 'no-cache' });
  return new Promise((resolve, reject) => {
    client.subscribe({ query: document, fetchPolicy: 'no-cache' }).subscribe({
      complete: () => resolve(undefined),
      error: reject,
    });
  });
}
