import { LRUCache } from 'lru-cache';
import type { TransportRequest } from './subgraph-transport.ts';

type Asked = Pick<TransportRequest, 'query' | 'operationName' | 'variables' | 'representations'>;

const rememberedTexts = 2_000;
const heads = new LRUCache<string, { readonly name: string | undefined; readonly text: string }>({
  max: rememberedTexts,
});

/**
 * The JSON body of a call. The text of a query is written out once, for plans ask it again and again; lists of representations bring
 * their JSON with them.
 */
export function requestBody({ query, operationName, variables, representations }: Asked): string {
  let fields = '';
  const add = (name: string, json: string) => {
    fields += `${fields && ','}${JSON.stringify(name)}:${json}`;
  };
  for (const name in variables) {
    const value = variables[name];
    if (value !== undefined) add(name, JSON.stringify(value));
  }
  for (const { variable, json } of representations ?? []) add(variable, json());
  return `${headOf(query, operationName)},"variables":{${fields}}}`;
}

/** Kept under the text alone, which plans hand over as the same string each time: a key put together from parts would be hashed anew. */
function headOf(query: string, name: string | undefined): string {
  const known = heads.get(query);
  if (known && known.name === name) return known.text;
  const named = name === undefined ? '' : `,"operationName":${JSON.stringify(name)}`;
  const text = `{"query":${JSON.stringify(query)}${named}`;
  heads.set(query, { name, text });
  return text;
}
