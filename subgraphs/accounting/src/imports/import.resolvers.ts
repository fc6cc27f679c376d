import { isRefusal } from '@finflow/shared/refusal';
import type { UploadedFile } from '@finflow/shared/graphql/upload';
import type {
  MutationResolvers,
  QueryResolvers,
  ReceivablesImportResolvers,
} from '../__generated__/resolvers.ts';
import type { AccountingContext } from '../context.ts';
import { presentRefusal } from '@finflow/shared/graphql/present-refusal';
import { findImport } from './find-import.ts';
import { summarizePreview } from './summarize-preview.ts';

export const importQueries: Pick<QueryResolvers, 'receivablesImport'> = {
  receivablesImport: (_root, { id }, context) => findImport(id, context.room()),
};

type Mutations = 'previewReceivablesImport' | 'importReceivables';

export const importMutations: Pick<MutationResolvers, Mutations> = {
  previewReceivablesImport: async (_root, { input }, context) => {
    const { file, currency } = input;
    const preview = await context.imports.preview({ ...requestOf(file, context), currency });
    if (isRefusal(preview)) return presentRefusal(preview, 'InvalidInput');
    return {
      __typename: 'ReceivablesImportPreview',
      fileName: file.fileName,
      ...summarizePreview(preview),
    };
  },
  importReceivables: async (_root, { input }, context) => {
    const { file, currency, mode } = input;
    const request = { ...requestOf(file, context), currency, mode: mode ?? 'ALL_OR_NOTHING' };
    const result = await context.imports.start(request);
    if (isRefusal(result)) return presentRefusal(result, 'InvalidInput', 'Conflict');
    const started = await findImport(result, context.room());
    if (!started) throw new Error('An import that was started is not there');
    return { __typename: 'ReceivablesImportStarted', import: started };
  },
};

const requestOf = ({ fileName, contentBase64 }: UploadedFile, context: AccountingContext) => ({
  organizationId: context.room().organizationId,
  fileName,
  content: Buffer.from(contentBase64, 'base64'),
});

export const receivablesImportResolvers: ReceivablesImportResolvers = {
  __resolveReference: async ({ id }, context) => findImport(id, context.room()),
};
