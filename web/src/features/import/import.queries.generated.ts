/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../__generated__/schema.ts';

export type PreviewImportMutationVariables = Exact<{
  input: Types.PreviewReceivablesImportInput;
}>;


export type PreviewImportMutation = { previewReceivablesImport:
    | { __typename: 'InvalidInput', code: string, message: string, field: string | null }
    | { __typename: 'ReceivablesImportPreview', fileName: string, rowsTotal: number, rowsGood: number, rowsRejected: number, rowsKnown: number, customers: number, total: { __typename: 'Money', minor: string, decimal: string, currency: string }, sample: Array<{ __typename: 'ImportPreviewRow', line: number, customer: string, number: string, issueDate: string, dueDate: string, settledDate: string | null, amount: { __typename: 'Money', minor: string, decimal: string, currency: string } }>, errors: Array<{ __typename: 'ImportRowError', line: number, column: string | null, code: string, message: string }> }
   };

export type ImportFileMutationVariables = Exact<{
  input: Types.ImportReceivablesInput;
}>;


export type ImportFileMutation = { importReceivables:
    | { __typename: 'Conflict', code: string, message: string, field: string | null }
    | { __typename: 'InvalidInput', code: string, message: string, field: string | null }
    | { __typename: 'ReceivablesImportStarted', import: { __typename: 'ReceivablesImport', id: string } }
   };

export type ImportProgressQueryVariables = Exact<{
  id: string;
}>;


export type ImportProgressQuery = { receivablesImport: { __typename: 'ReceivablesImport', id: string, fileName: string, status: Types.ImportStatus, rowsTotal: number, rowsDone: number, invoicesImported: number, rowsSkipped: number, rowsRejected: number, failure: string | null, errors: Array<{ __typename: 'ImportRowError', line: number, column: string | null, code: string, message: string }> } | null };
