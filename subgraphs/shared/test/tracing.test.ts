import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigError } from '../src/config.ts';
import { newEvent } from '../src/events/envelope.ts';
import { systemClock } from '../src/clock.ts';
import { newId } from '../src/ids.ts';
import { withLogContext } from '../src/log.ts';
import { type OtlpReceiver, startOtlpReceiver } from '../src/testing/otlp-receiver.ts';
import { inSpan } from '../src/tracing/span.ts';
import { newTraceId, nextTraceparent } from '../src/tracing/traceparent.ts';
import { startTracing } from '../src/tracing/tracing.ts';

const aTrace = '0af7651916cd43dd8448eb211c80319c';
const aParent = `00-${aTrace}-b7ad6b7169203331-01`;

describe('without somewhere to send spans', () => {
  it('is off, and work is merely done', async () => {
    expect(startTracing('test', {})).toBeNull();
    await expect(inSpan('work', {}, async () => 7)).resolves.toBe(7);
    await expect(inSpan('work', {}, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('goes on with the id of a trace, so that its log lines are found together', async () => {
    const traceId = newTraceId();
    expect(nextTraceparent(traceId)).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`));
    expect(nextTraceparent('nonsense')).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  });

  it.each([
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' },
    { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'not an address' },
    { OTEL_SDK_DISABLED: 'perhaps' },
  ])('stops at %j with a clear line', (env) => {
    expect(() => startTracing('test', env)).toThrow(ConfigError);
  });

  it('is off when it is switched off', () => {
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_SDK_DISABLED: 'true' };
    expect(startTracing('test', env)).toBeNull();
  });
});

describe('with a receiver of spans', () => {
  let receiver: OtlpReceiver;

  beforeAll(async () => {
    receiver = await startOtlpReceiver();
    const tracing = startTracing('test', { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint });
    await inSpan('request', { kind: 'SERVER', parent: aParent }, async () => {
      await inSpan('step', { attributes: { count: 2 } }, async () => {
        const event = withLogContext({ traceId: newTraceId() }, samplePaid);
        await inSpan('consumer', { kind: 'CONSUMER', parent: event.traceparent }, async () => 0);
        await inSpan('relay', { kind: 'PRODUCER', causes: [event.traceparent] }, async () => 0);
      });
      await inSpan('failing', {}, () => Promise.reject(new TypeError('select secret'))).catch(
        () => undefined,
      );
    });
    await tracing?.close();
  });
  afterAll(() => receiver.close());

  const spanOf = (name: string) => {
    const span = receiver.spans.find((candidate) => candidate.name === name);
    if (!span) throw new Error(`No span ${name}`);
    return span;
  };

  it('sends one connected trace, over the event too, that goes on from who called', () => {
    expect(receiver.spans.map(({ traceId }) => traceId)).toEqual(Array(5).fill(aTrace));
    expect(spanOf('request').parentSpanId).toBe('b7ad6b7169203331');
    expect(spanOf('step').parentSpanId).toBe(spanOf('request').spanId);
    expect(spanOf('consumer').parentSpanId).toBe(spanOf('step').spanId);
    expect(spanOf('relay').links?.map(({ traceId }) => traceId)).toEqual([aTrace]);
  });

  it('says what kind of step it was', () => {
    expect(spanOf('request').kind).toBe(2);
    expect(spanOf('relay').kind).toBe(4);
    expect(spanOf('consumer').kind).toBe(5);
  });

  it('says that a step failed by the name of the error, never by its words', () => {
    expect(spanOf('failing').status.code).toBe(2);
    expect(JSON.stringify(receiver.spans)).toContain('TypeError');
    expect(JSON.stringify(receiver.spans)).not.toContain('secret');
  });
});

const samplePaid = () =>
  newEvent(
    'user_created',
    { source: '/auth', subject: newId(), organizationId: null, data: { userId: newId() } },
    systemClock,
  );
