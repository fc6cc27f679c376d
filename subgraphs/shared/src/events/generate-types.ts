import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';
import { topics } from './topics.ts';

/** `npm run codegen`: the JSON Schemas are the contract, the types of the events' data follow from them. */
const schemas = `${import.meta.dirname}/schemas`;
const banner = '// Generated from ../schemas by generate-types.ts; run `npm run codegen`.\n';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const read = (file: string): { readonly [key: string]: Json } =>
  JSON.parse(readFileSync(`${schemas}/${file}`, 'utf8'));

/** Puts each definition in the place of its $ref, so that a topic's type stands whole in one place. */
function inline(value: Json, definitions: Json): Json {
  if (Array.isArray(value)) return value.map((item) => inline(item, definitions));
  if (value === null || typeof value !== 'object') return value;
  const { $ref, ...rest } = value as { readonly [key: string]: Json };
  const entries = Object.entries({
    ...(typeof $ref === 'string' ? find($ref, definitions) : {}),
    ...rest,
  });
  return Object.fromEntries(entries.map(([key, item]) => [key, inline(item, definitions)]));
}

function find(reference: string, definitions: Json): { readonly [key: string]: Json } {
  const name = reference.split('/').at(-1) ?? '';
  const found = (definitions as Record<string, Json>)[name];
  if (found === undefined || found === null || typeof found !== 'object' || Array.isArray(found)) {
    throw new Error(`${reference} is not defined.`);
  }
  return found as { readonly [key: string]: Json };
}

async function generate(): Promise<string> {
  const definitions = read('definitions.v1.json')['$defs'] ?? {};
  const interfaces: string[] = [];
  for (const topic of topics) {
    const schema = inline(read(`${topic}.v1.json`), definitions);
    interfaces.push(
      await compile(schema as Parameters<typeof compile>[0], topic, {
        bannerComment: '',
        additionalProperties: false,
        ignoreMinAndMaxItems: true,
        style: { singleQuote: true, printWidth: 100 },
      }),
    );
  }
  const map = topics.map((topic) => `  ${topic}: ${typeName(topic)};`).join('\n');
  return `${banner}\n${interfaces.join('\n')}\nexport interface EventData {\n${map}\n}\n`;
}

const typeName = (topic: string) =>
  topic
    .split('_')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');

mkdirSync(`${import.meta.dirname}/__generated__`, { recursive: true });
writeFileSync(`${import.meta.dirname}/__generated__/event-data.ts`, await generate());
