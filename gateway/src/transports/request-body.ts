import { LRUCache } from 'lru-cache';
import type { SubgraphCall } from './subgraph-source.ts';

type Asked = Pick<SubgraphCall, 'query' | 'operationName' | 'variables' | 'representations'>;

const rememberedTexts = 2_000;
const heads = new LRUCache<string, { readonly name: string | undefined; readonly text: string }>({
  max: rememberedTexts,
});

/**
 * The JSON body of a call. The text of a query is written out once, for plans ask it again and again; lists of representations bring
 * their JSON with them.
 */
export function requestBody({ query, operationName, variables, representations }: Asked): string {
  const fields: string[] = [];
  for (const [name, value] of Object.entries(variables)) {
    if (value !== undefined) fields.push(`${JSON.stringify(name)}:${JSON.stringify(value)}`);
  }
  for (const { variable, json } of representations ?? []) {
    fields.push(`${JSON.stringify(variable)}:${json()}`);
  }
  return `${headOf(query, operationName)},"variables":{${fields.join(',')}}}`;
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
