import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import { log } from '../log.ts';
import { oneOf, readConfig, text, url } from '../config.ts';

/** Tracing of this process: on when there is somewhere to send spans, else nothing. */
export type Tracing = {
  /** Sends what has not been sent, as far as the receiver takes it within the exporter's own limit. Never rejects. */
  close(): Promise<void>;
};

const endpoint = () => url(['http:', 'https:'], '');

const settings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: endpoint(),
  OTEL_SDK_DISABLED: oneOf(['true', 'false'], 'false'),
  OTEL_SERVICE_NAME: text('a name', ''),
};

/**
 * Sends spans by OTLP over HTTP when OTEL_EXPORTER_OTLP_ENDPOINT (or its _TRACES_ sibling) says where to. The further standard variables
 * (headers, timeout, sampler) are read by OpenTelemetry itself. Off by default.
 * @throws ConfigError when one of them is malformed
 */
export function startTracing(
  serviceName: string,
  env: Record<string, string | undefined>,
): Tracing | null {
  const config = readConfig(env, settings);
  const target = targetOf(config);
  if (target === null || config.OTEL_SDK_DISABLED === 'true') return null;
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({
      [ATTR_SERVICE_NAME]: config.OTEL_SERVICE_NAME || `finflow-${serviceName}`,
    }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: target }))],
  });
  provider.register();
  return {
    close: () =>
      provider
        .shutdown()
        .catch((error: unknown) => void log.warn('spans were not sent', { error })),
  };
}

/** As OpenTelemetry's specification of the exporter has it: the base address gets a path, the one for traces stands as it is. */
function targetOf({
  OTEL_EXPORTER_OTLP_ENDPOINT: base,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: traces,
}: {
  readonly OTEL_EXPORTER_OTLP_ENDPOINT: string;
  readonly OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: string;
}): string | null {
  if (traces !== '') return traces;
  return base === '' ? null : `${base.replace(/\/$/, '')}/v1/traces`;
}
