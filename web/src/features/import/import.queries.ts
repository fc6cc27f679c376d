import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  ImportFileMutation,
  ImportFileMutationVariables,
  ImportProgressQuery,
  ImportProgressQueryVariables,
  PreviewImportMutation,
  PreviewImportMutationVariables,
} from './import.queries.generated.ts';

export const PREVIEW_IMPORT: TypedDocumentNode<
  PreviewImportMutation,
  PreviewImportMutationVariables
> = gql`
  mutation PreviewImport($input: PreviewReceivablesImportInput!) {
    previewReceivablesImport(input: $input) {
      ... on ReceivablesImportPreview {
        fileName
        rowsTotal
        rowsGood
        rowsRejected
        rowsKnown
        customers
        total {
          minor
          decimal
          currency
        }
        sample {
          line
          customer
          number
          issueDate
          dueDate
          settledDate
          amount {
            minor
            decimal
            currency
          }
        }
        errors {
          line
          column
          code
          message
        }
      }
      ... on Refusal {
        code
        message
        field
      }
    }
  }
`;

export const IMPORT_FILE: TypedDocumentNode<ImportFileMutation, ImportFileMutationVariables> = gql`
  mutation ImportFile($input: ImportReceivablesInput!) {
    importReceivables(input: $input) {
      ... on ReceivablesImportStarted {
        import {
          id
        }
      }
      ... on Refusal {
        code
        message
        field
      }
    }
  }
`;

export const IMPORT_PROGRESS: TypedDocumentNode<ImportProgressQuery, ImportProgressQueryVariables> =
  gql`
    query ImportProgress($id: ID!) {
      receivablesImport(id: $id) {
        id
        fileName
        status
        rowsTotal
        rowsDone
        invoicesImported
        rowsSkipped
        rowsRejected
        failure
        errors {
          line
          column
          code
          message
        }
      }
    }
  `;

export type Preview = Extract<
  PreviewImportMutation['previewReceivablesImport'],
  { __typename: 'ReceivablesImportPreview' }
>;
export type Progress = NonNullable<ImportProgressQuery['receivablesImport']>;
