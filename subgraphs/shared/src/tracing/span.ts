import {
  context,
  INVALID_SPAN_CONTEXT,
  isSpanContextValid,
  propagation,
  ProxyTracerProvider,
  ROOT_CONTEXT,
  type Attributes,
  type Link,
  type Span,
  type Tracer,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

export type SpanOptions = {
  readonly kind?: keyof typeof SpanKind;
  /** Names, numbers, outcomes. Never texts of callers, variables, amounts or addresses. */
  readonly attributes?: Attributes;
  /** W3C trace context of what caused it, where that isn't the work in progress. */
  readonly parent?: string | undefined;
  /** Further causes, as W3C trace contexts. At most 128 are kept. */
  readonly causes?: readonly string[];
};

const maxCauses = 128;
const noSpan = trace.wrapSpanContext(INVALID_SPAN_CONTEXT);

/** Undefined while nobody wants spans. */
function registeredTracer(): Tracer | undefined {
  const provider = trace.getTracerProvider();
  return provider instanceof ProxyTracerProvider
    ? provider.getDelegateTracer('finflow')
    : provider.getTracer('finflow');
}

/** Whether anybody wants spans. Ask before making names and attributes for one where thousands of them a second would be made. */
export const isTracing = (): boolean => registeredTracer() !== undefined;

/**
 * Does the work inside a span, which ends with it and says when it failed. Without tracing the work is merely done.
 * @throws what the work throws
 */
export function inSpan<T>(
  name: string,
  options: SpanOptions,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  const tracer = registeredTracer();
  if (!tracer) return unobserved(work);
  const { kind = 'INTERNAL', attributes = {}, causes = [] } = options;
  const parent = options.parent === undefined ? context.active() : contextOf(options.parent);
  const links = causes.slice(0, maxCauses).flatMap(linkTo);
  return tracer.startActiveSpan(
    name,
    { kind: SpanKind[kind], attributes, links },
    parent,
    async (span) => {
      try {
        return await work(span);
      } catch (error) {
        failSpan(span, error);
        throw error;
      } finally {
        span.end();
      }
    },
  );
}

/** Spans cost objects and promises also where they go nowhere. */
function unobserved<T>(work: (span: Span) => Promise<T>): Promise<T> {
  try {
    return work(noSpan);
  } catch (error) {
    return Promise.reject(error);
  }
}

/** Marks a span as failed, by the error's name alone: messages may quote what callers sent. */
function failSpan(span: Span, error: unknown): void {
  const name = error instanceof Error ? error.name : 'Error';
  span.setStatus({ code: SpanStatusCode.ERROR, message: name });
  span.setAttribute('error.type', name);
}

/** The span in progress; undefined without one. */
export const currentSpan = (): Span | undefined => trace.getActiveSpan();

/** The W3C trace context of the span in progress; undefined without one. */
export function currentTraceparent(): string | undefined {
  const spanContext = trace.getSpanContext(context.active());
  if (!spanContext || !isSpanContextValid(spanContext)) return undefined;
  const { traceId, spanId, traceFlags } = spanContext;
  return `00-${traceId}-${spanId}-0${traceFlags & 1}`;
}

const contextOf = (traceparent: string) => propagation.extract(ROOT_CONTEXT, { traceparent });

function linkTo(traceparent: string): Link[] {
  const spanContext = trace.getSpanContext(contextOf(traceparent));
  return spanContext ? [{ context: spanContext }] : [];
}
