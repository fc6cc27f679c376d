import { newId } from '@finflow/shared/ids';
import { newTraceId, traceIdIn } from '@finflow/shared/tracing/traceparent';
import type { Viewer } from '@finflow/shared/viewer';

/** Whether whoever asked still waits for the answer. An AbortSignal would cost an object and listeners of its own for each call. */
export type CallerPresence = {
  readonly isGone: () => boolean;
  /** Calls when he goes away before the answer is complete; not for whoever asks after that. What it returns takes that back. */
  readonly onGone: (tell: () => void) => () => void;
};

/** What an operation carries on its way to the subgraphs. */
export type GatewayContext = {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** 32 hex digits, W3C trace context. */
  readonly traceId: string;
  /** The caller's network address, for rate limits and the list of sessions. */
  readonly address: string;
  readonly userAgent: string;
  /** Of the refresh cookie; handed to auth alone. */
  readonly refreshToken: string | undefined;
  /** Until when an answer is of use, milliseconds since 1970; subgraphs learn what is left of it. */
  readonly deadlineAtMs: number;
  /** Left out: somebody waits to the end. */
  readonly presence?: CallerPresence;
  /** Set-Cookie texts of the subgraphs, to be relayed to the browser. */
  readonly setCookies: string[];
};

/** The caller's request id when it is a modest one, or a new one. */
export const requestIdOf = (given: string | undefined): string =>
  given !== undefined && /^[\w.-]{8,64}$/.test(given) ? given : newId();

/** The trace that the caller is in, or a new one. */
export const traceIdOf = (traceparent: string | undefined): string =>
  traceIdIn(traceparent) ?? newTraceId();
