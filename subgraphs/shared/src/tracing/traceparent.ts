import { randomPart } from '../random.ts';
import { currentTraceparent } from './span.ts';

/** The trace that a W3C trace context names (32 hex digits); undefined for what isn't one. */
export const traceIdIn = (traceparent: string | undefined): string | undefined =>
  /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(traceparent ?? '')?.[1];

export const newTraceId = (): string => randomPart(16).toString('hex');

/**
 * What the next step of a trace is told: the span in progress. Without tracing there is none, and the trace goes on by its id alone, so
 * that the log lines of all steps can still be found together.
 */
export function nextTraceparent(traceId: string | undefined): string {
  const current = currentTraceparent();
  if (current !== undefined) return current;
  const known = traceId !== undefined && /^(?!0{32})[0-9a-f]{32}$/.test(traceId);
  return `00-${known ? traceId : newTraceId()}-${randomPart(8).toString('hex')}-01`;
}
