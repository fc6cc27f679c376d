import { ApolloLink, Observable } from '@apollo/client';
import { ServerError } from '@apollo/client/errors';
import { print } from 'graphql';

type Body = Readonly<{ query: string; operationName: string | undefined; variables: unknown }>;

/** Sends operations whose variables hold a file, by the GraphQL multipart request specification. */
export function uploadLink(endpoint: string): ApolloLink {
  return new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        const abort = new AbortController();
        const { files, variables } = takeFiles(operation.variables);
        const { operationName } = operation;
        const body = { query: print(operation.query), operationName, variables };
        send(endpoint, {
          body: toForm(body, files),
          headers: readHeaders(operation.getContext()['headers']),
          signal: abort.signal,
        }).then(
          (result) => {
            observer.next(result);
            observer.complete();
          },
          (error: unknown) => observer.error(error),
        );
        return () => abort.abort();
      }),
  );
}

/** True when a file stands anywhere in the variables. */
export function hasFile(variables: unknown): boolean {
  return takeFiles(variables).files.size > 0;
}

/** The variables with null in each file's place, and the files by their path. */
export function takeFiles(root: unknown): { variables: unknown; files: Map<string, File> } {
  const files = new Map<string, File>();
  const visit = (value: unknown, path: string): unknown => {
    if (value instanceof File) {
      files.set(path, value);
      return null;
    }
    if (Array.isArray(value)) return value.map((item, index) => visit(item, `${path}.${index}`));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, visit(item, `${path}.${key}`)]),
    );
  };
  return { variables: visit(root, 'variables'), files };
}

function toForm(body: Body, files: Map<string, File>): FormData {
  const form = new FormData();
  const paths = [...files.keys()];
  form.append('operations', JSON.stringify(body));
  form.append('map', JSON.stringify(Object.fromEntries(paths.map((path, at) => [at, [path]]))));
  for (const [at, file] of [...files.values()].entries()) form.append(String(at), file, file.name);
  return form;
}

function readHeaders(headers: unknown): Record<string, string> {
  if (typeof headers !== 'object' || headers === null) return {};
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

async function send(endpoint: string, init: RequestInit): Promise<ApolloLink.Result> {
  const response = await fetch(endpoint, { ...init, method: 'POST', credentials: 'same-origin' });
  const bodyText = await response.text();
  if (!response.ok) throw new ServerError(explain(response.status), { response, bodyText });
  const result: unknown = JSON.parse(bodyText);
  if (typeof result !== 'object' || result === null) throw new Error('The answer was not GraphQL.');
  return result;
}

function explain(status: number): string {
  if (status === 413) return 'The file is larger than the server accepts.';
  return `The server answered ${status} to the upload.`;
}
