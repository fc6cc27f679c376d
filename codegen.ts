import type { CodegenConfig } from '@graphql-codegen/cli';

const scalars = {
  ID: 'string',
  CurrencyCode: 'string',
  DateTime: 'Date',
  Decimal: 'string',
  LocalDate: 'string',
  MinorUnits: 'bigint',
  Upload: '@finflow/shared/graphql/upload#UploadedFile',
  _FieldSet: 'string',
};

const resolverTypes = (contextType: string, mappers: Record<string, string>) => ({
  federation: true,
  useTypeImports: true,
  enumsAsTypes: true,
  importExtension: '.ts' as const,
  emitLegacyCommonJSImports: false,
  contextType,
  mappers,
  scalars,
  strictScalars: true,
  defaultScalarType: 'unknown',
  makeResolverTypeCallable: false,
  optionalResolveType: true,
});

/** Resolver types of one subgraph. Its mappers (GraphQL type -> what a resolver's parent is) stand in its own file. */
async function subgraph(name: string) {
  const { contextType, mappers } = (await import(`./subgraphs/${name}/codegen-mappers.ts`)) as {
    contextType: string;
    mappers: Record<string, string>;
  };
  return {
    [`subgraphs/${name}/src/__generated__/resolvers.ts`]: {
      schema: `subgraphs/${name}/schema.graphql`,
      plugins: ['typescript', 'typescript-resolvers'],
      config: resolverTypes(contextType, mappers),
    },
  };
}

const operations = {
  scalars: {
    ID: 'string',
    CurrencyCode: 'string',
    DateTime: 'string',
    Decimal: 'string',
    LocalDate: 'string',
    MinorUnits: 'string',
    Upload: 'File',
  },
  strictScalars: true,
  nonOptionalTypename: true,
  skipTypeNameForRoot: true,
  useTypeImports: true,
  enumsAsTypes: true,
  inlineFragmentTypes: 'mask',
  customDirectives: { apolloUnmask: true },
  importExtension: '.ts' as const,
  emitLegacyCommonJSImports: false,
};

const web: CodegenConfig['generates'] = {
  'web/src/__generated__/schema.ts': {
    schema: 'web/schema.graphql',
    documents: [
      'web/src/**/*.{ts,tsx}',
      '!web/src/**/*.generated.ts',
      '!web/src/**/*.test.{ts,tsx}',
    ],
    plugins: ['typescript-operations'],
    config: { ...operations, generateOperationTypes: false },
  },
  'web/src/__generated__/possible-types.ts': {
    schema: 'web/schema.graphql',
    plugins: ['fragment-matcher'],
    config: { useExplicitTyping: false, apolloClientVersion: 3 },
  },
  // Committed beside the supergraph: its diff is the diff of what the web app asks for.
  'gateway/persisted-operations.json': {
    schema: 'web/schema.graphql',
    documents: [
      'web/src/**/*.{ts,tsx}',
      '!web/src/**/*.{test,generated}.{ts,tsx}',
      '!web/src/testing/**',
    ],
    plugins: ['./web/persisted-operations.ts'],
  },
  'web/src/': {
    schema: 'web/schema.graphql',
    documents: [
      'web/src/**/*.{ts,tsx}',
      '!web/src/**/*.generated.ts',
      '!web/src/**/*.test.{ts,tsx}',
    ],
    preset: 'near-operation-file',
    presetConfig: { extension: '.generated.ts' },
    plugins: ['typescript-operations'],
    config: { ...operations, importSchemaTypesFrom: 'web/src/__generated__/schema.ts' },
  },
};

const config: CodegenConfig = {
  generates: {
    ...(await subgraph('auth')),
    ...(await subgraph('payments')),
    ...(await subgraph('accounting')),
    ...(await subgraph('analytics')),
    ...web,
  },
};
export default config;
