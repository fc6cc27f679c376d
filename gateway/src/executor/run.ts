import { GraphQLError } from 'graphql';
import type { GatewayContext } from '../request-context.ts';
import type {
  SubgraphCall,
  SubgraphResult,
  SubgraphSource,
} from '../transports/subgraph-source.ts';
import type { Data, Path } from './data.ts';
import type { NoteCall } from './slow-operations.ts';

/** One execution of a compiled operation. */
export type Run = {
  readonly source: SubgraphSource;
  readonly noteCall: NoteCall;
  readonly context: GatewayContext;
  /** As the client sent them: the subgraphs coerce. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The result tree, by data key. Each step adds what its subgraph knows. */
  readonly data: Data;
  readonly errors: PlanError[];
  /** Entities of which a subgraph gave nothing, and why: what it owns of them stays away without any error. */
  readonly missing: Map<Data, Absence>;
  /** Objects about which a call gave nothing at all, and why: what they lack is told at each field that the client selected. */
  readonly lost: Map<Data, PlanError>;
  /** Told of each fetch that has come and on which a deferred one hangs. */
  readonly fetched: (...ids: readonly string[]) => void;
};

/** The subgraph doesn't have the entity; or it gave null in its place because a field of it failed, which is told there. */
export type Absence = 'unknown' | 'failed';

/** What went wrong in a step. The path has data keys, and is turned into the client's names in the end. */
export type PlanError = {
  readonly message: string;
  readonly path: Path | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly cause?: Error;
  /** A call that gave nothing at all. */
  readonly isLoss?: true;
};

/** A part of a compiled plan. It rejects never: what goes wrong is noted in the run. */
export type Step = (run: Run) => Promise<void>;

/** The default code of subgraphs' errors, as Apollo's packages have it. */
const faultCode = 'DOWNSTREAM_SERVICE_ERROR';

/** Asks a subgraph about objects. Null when it gave nothing, which is an error of the run and does no harm to other steps. */
export async function ask(
  run: Run,
  call: SubgraphCall,
  about: () => Iterable<Data>,
): Promise<SubgraphResult | null> {
  const calledMs = performance.now();
  try {
    const result = await run.source(call, run.context);
    const loss = lossIn(result, call.subgraph);
    if (!loss) return result;
    noteLoss(run, loss, about());
  } catch (error) {
    noteLoss(run, failureOf(call.subgraph, error), about());
  } finally {
    run.noteCall(call.subgraph, calledMs);
  }
  return null;
}

function noteLoss(run: Run, error: PlanError, about: Iterable<Data>): void {
  const loss: PlanError = { ...error, isLoss: true };
  run.errors.push(loss);
  for (const object of about) run.lost.set(object, loss);
}

/** Of an answer without data and without an error that says where. */
function lossIn({ data, errors = [] }: SubgraphResult, subgraph: string): PlanError | null {
  if (data) return null;
  const read = errors.map(readError);
  if (read.some(({ path }) => path)) return null;
  return planError(read[0] ?? { message: '', extensions: {} }, undefined, subgraph);
}

/** Notes what was thrown where an answer was taken up. */
export function noteFailure(run: Run, subgraph: string, error: unknown): void {
  run.errors.push(failureOf(subgraph, error));
}

function failureOf(subgraph: string, error: unknown): PlanError {
  const cause = error instanceof Error ? error : new Error(String(error));
  const extensions = cause instanceof GraphQLError ? cause.extensions : {};
  return { ...planError({ message: cause.message, extensions }, undefined, subgraph), cause };
}

/** Notes the errors of an answer, each at the places where it harmed. */
export function noteErrors(
  run: Run,
  { subgraph }: SubgraphCall,
  { errors = [] }: SubgraphResult,
  placesOf: (path: Path | undefined) => readonly (Path | undefined)[],
): void {
  for (const error of errors) {
    const read = readError(error);
    for (const place of placesOf(read.path)) run.errors.push(planError(read, place, subgraph));
  }
}

const planError = (
  { message, extensions }: Pick<ReadError, 'message' | 'extensions'>,
  path: Path | undefined,
  subgraph: string,
): PlanError => ({
  message: message || 'A subgraph failed without saying why',
  path,
  extensions: { code: faultCode, ...extensions, serviceName: subgraph },
});

type ReadError = {
  readonly message: string;
  readonly path: Path | undefined;
  readonly extensions: object;
};

/** Where a subgraph's error is, as far as it says so. */
export const pathOf = (error: unknown): Path | undefined => readError(error).path;

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
