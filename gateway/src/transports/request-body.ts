import { LRUCache } from 'lru-cache';
import type { SubgraphCall } from './subgraph-source.ts';

type Asked = Pick<SubgraphCall, 'query' | 'operationName' | 'variables' | 'representations'>;

const rememberedTexts = 2_000;
const heads = new LRUCache<string, string>({ max: rememberedTexts });

/**
 * The JSON body of a call. The text of a query is written out once, for plans ask it again and again; lists of representations bring
 * their JSON with them.
 */
export function requestBody({ query, operationName, variables, representations }: Asked): string {
  const fields = Object.entries(variables)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  for (const { variable, json } of representations ?? []) {
    fields.push(`${JSON.stringify(variable)}:${json()}`);
  }
  return `${headOf(query, operationName)},"variables":{${fields.join(',')}}}`;
}

function headOf(query: string, operationName: string | undefined): string {
  const key = `${operationName ?? ''}\0${query}`;
  const known = heads.get(key);
  if (known !== undefined) return known;
  const name =
    operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
  const head = `{"query":${JSON.stringify(query)}${name}`;
  heads.set(key, head);
  return head;
}
