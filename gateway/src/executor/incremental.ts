import type { DocumentNode, GraphQLError } from 'graphql';
import type { GatewayContext } from '../request-context.ts';
import type { Data, Path } from './data.ts';

/** A validated operation, and what was sent with it. */
export type OperationRequest = OperationText & { readonly context: GatewayContext };

/** An operation as far as its plan depends on it. */
export type OperationText = {
  readonly document: DocumentNode;
  /** Equal for equal texts: what is compiled is kept under it. Apollo Server's `queryHash`. */
  readonly queryHash: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** An answer in one piece. Errors are not presented yet. */
export type SingleAnswer = {
  readonly data?: Data | null;
  readonly errors?: readonly GraphQLError[];
};

/** What a deferred fragment adds to the object at `path`. Errors are not presented yet. */
export type DeferredResult = {
  readonly label?: string;
  readonly path: Path;
  readonly data: Data | null;
  readonly errors?: readonly GraphQLError[];
};

/** The answer in one piece, or in parts as the incremental delivery of 2022-08-24 has them. */
export type IncrementalAnswer =
  | {
      readonly kind: 'single';
      readonly result: SingleAnswer;
    }
  | {
      readonly kind: 'incremental';
      readonly initialResult: {
        readonly data: Data | null;
        readonly errors?: readonly GraphQLError[];
        readonly hasNext: true;
      };
      /** Ends after the part with `hasNext: false`. Ending it early stops what has not been asked for yet. */
      readonly subsequentResults: AsyncIterable<{
        readonly incremental?: readonly DeferredResult[];
        readonly hasNext: boolean;
      }>;
    };

/** Executes an operation for a client that takes deferred fragments later. Without an active @defer the answer is single. */
export type ExecuteIncrementally = (request: OperationRequest) => Promise<IncrementalAnswer>;
