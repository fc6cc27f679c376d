import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import { log } from '@finflow/shared/log';
import { idOf } from '../persisted/manifest.ts';
import { subgraphOf } from '../supergraph/required-hops.ts';

/** Notes a call that was answered: its subgraph, and when it was made (performance.now). */
export type NoteCall = (subgraph: string, calledMs: number) => void;

/** One call that an operation made. */
type TimedCall = { readonly subgraph: string; readonly fromMs: number; readonly tookMs: number };

export type WatchedRun<T> = {
  readonly thresholdMs: number;
  readonly name: string | undefined;
  readonly queryHash: string;
  readonly plan: QueryPlan;
  readonly run: (noteCall: NoteCall) => Promise<T>;
};

/**
 * Runs an operation, and logs one that takes longer than `thresholdMs`: its name, the hash of its text, its plan and when each call
 * was made and how long it took. Never texts or values of callers.
 */
export async function reportSlow<T>(watched: WatchedRun<T>): Promise<T> {
  const { thresholdMs, name, queryHash, plan, run } = watched;
  const startedMs = performance.now();
  const calls: TimedCall[] = [];
  try {
    return await run((subgraph, calledMs) => {
      const tookMs = Math.round(performance.now() - calledMs);
      calls.push({ subgraph, fromMs: Math.round(calledMs - startedMs), tookMs });
    });
  } finally {
    const durationMs = Math.round(performance.now() - startedMs);
    if (durationMs >= thresholdMs) {
      log.warn('slow operation', {
        operation: name?.slice(0, 100) ?? '',
        hash: hashOf(queryHash),
        durationMs,
        plan: describePlan(plan),
        calls,
      });
    }
  }
}

/** Feeds are known by their text itself, which no log should hold. */
const hashOf = (queryHash: string): string =>
  /^[0-9a-f]{64}$/.test(queryHash) ? queryHash : idOf(queryHash);

/** A plan in one line, without what was selected: `accounting > (payments at invoices.@, auth)`. */
const describePlan = ({ node }: QueryPlan): string => {
  if (!node) return 'nothing';
  if (node.kind !== 'Subscription') return describe(node, '');
  const primary = describe(node.primary, '');
  return node.rest ? `${primary} > ${describe(node.rest, '')}` : primary;
};

function describe(node: PlanNode, at: string): string {
  switch (node.kind) {
    case 'Fetch':
      return at === '' ? subgraphOf(node.serviceName) : `${subgraphOf(node.serviceName)} at ${at}`;
    case 'Flatten':
      return describe(node.node, [at, ...node.path].filter((part) => part !== '').join('.'));
    case 'Sequence':
      return node.nodes.map((child) => describe(child, at)).join(' > ');
    case 'Parallel':
      return `(${node.nodes.map((child) => describe(child, at)).join(', ')})`;
    case 'Condition': {
      const clauses = [node.ifClause, node.elseClause].flatMap((clause) =>
        clause ? [describe(clause, at)] : [],
      );
      return `if ${node.condition} (${clauses.join(' | ')})`;
    }
    case 'Defer': {
      const deferred = node.deferred.map((part) => (part.node ? describe(part.node, at) : ''));
      const primary = node.primary.node ? describe(node.primary.node, at) : 'nothing';
      return `${primary} > later (${deferred.join(', ')})`;
    }
    default:
      return node satisfies never;
  }
}
