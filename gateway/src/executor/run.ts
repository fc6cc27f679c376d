import { GraphQLError } from 'graphql';
import type { GatewayContext } from '../request-context.ts';
import type {
  SubgraphCall,
  SubgraphResult,
  SubgraphSource,
} from '../transports/subgraph-source.ts';
import type { Data, Path } from './data.ts';

/** One execution of a compiled operation. */
export type Run = {
  readonly source: SubgraphSource;
  readonly context: GatewayContext;
  /** As the client sent them: the subgraphs coerce. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The result tree, by data key. Each step adds what its subgraph knows. */
  readonly data: Data;
  readonly errors: PlanError[];
  /** Entities that a subgraph doesn't have: what it owns of them stays away without any error. */
  readonly missing: Set<Data>;
  /** Told of each fetch that has come and on which a deferred one hangs. */
  readonly fetched: (...ids: readonly string[]) => void;
};

/** What went wrong in a step. The path has data keys, and is turned into the client's names in the end. */
export type PlanError = {
  readonly message: string;
  readonly path: Path | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly cause?: Error;
};

/** A part of a compiled plan. It rejects never: what goes wrong is noted in the run. */
export type Step = (run: Run) => Promise<void>;

/** The default code of subgraphs' errors, as Apollo's packages have it. */
const faultCode = 'DOWNSTREAM_SERVICE_ERROR';

/** Asks a subgraph. Null when it gave no answer, which is an error of the run and does no harm to other steps. */
export async function ask(
  run: Run,
  call: SubgraphCall,
  placeOf: () => Path | undefined,
): Promise<SubgraphResult | null> {
  try {
    return await run.source(call, run.context);
  } catch (error) {
    noteFailure(run, call.subgraph, error, placeOf());
    return null;
  }
}

/** Notes what was thrown where a subgraph was asked or its answer was taken up. */
export function noteFailure(run: Run, subgraph: string, error: unknown, path?: Path): void {
  const cause = error instanceof Error ? error : new Error(String(error));
  const extensions = cause instanceof GraphQLError ? cause.extensions : {};
  run.errors.push({
    message: cause.message,
    path,
    extensions: { code: faultCode, ...extensions, serviceName: subgraph },
    cause,
  });
}

/** Notes the errors of an answer, each at the places where it harmed. */
export function noteErrors(
  run: Run,
  { subgraph }: SubgraphCall,
  { errors = [] }: SubgraphResult,
  placesOf: (path: Path | undefined) => readonly (Path | undefined)[],
): void {
  for (const error of errors) {
    const { message, path, extensions } = readError(error);
    for (const place of placesOf(path)) {
      run.errors.push({
        message: message || 'A subgraph failed without saying why',
        path: place,
        extensions: { code: faultCode, ...extensions, serviceName: subgraph },
      });
    }
  }
}

type ReadError = {
  readonly message: string;
  readonly path: Path | undefined;
  readonly extensions: object;
};

/** A subgraph's error as far as it is one. */
function readError(error: unknown): ReadError {
  const { message, path, extensions }: { message?: unknown; path?: unknown; extensions?: unknown } =
    typeof error === 'object' && error !== null ? error : {};
  return {
    message: typeof message === 'string' ? message : '',
    path: Array.isArray(path) && path.every(isPathElement) ? path : undefined,
    extensions: typeof extensions === 'object' && extensions !== null ? extensions : {},
  };
}

const isPathElement = (element: unknown): element is string | number =>
  typeof element === 'string' || typeof element === 'number';
