import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { captureLog } from '@finflow/shared/testing/capture-log';
import { type OtlpReceiver, startOtlpReceiver } from '@finflow/shared/testing/otlp-receiver';
import { startTracing, type Tracing } from '@finflow/shared/tracing/tracing';
import { until } from '../src/demo/until.ts';
import { openHouse } from './house/open-house.ts';

let captured: ReturnType<typeof captureLog>;
let opened: Awaited<ReturnType<typeof openHouse>>;
let receiver: OtlpReceiver;
let tracing: Tracing | null;
beforeAll(async () => {
  receiver = await startOtlpReceiver();
  tracing = startTracing('test', { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint });
  opened = await openHouse();
  captured = captureLog();
  await registerTraced();
  await tracing?.close();
}, 60_000);
afterAll(async () => {
  captured.stop();
  await opened.close();
  await receiver.close();
});

const deploy = join(import.meta.dirname, '../../../deploy');
const traceId = '0af7651916cd43dd8448eb211c80319c';
const callerSpanId = 'b7ad6b7169203331';
const requestId = 'journey-of-one-request';
const ours = () => captured.lines.filter((line) => line['traceId'] === traceId);

/** Registers a company in the caller's trace, and waits until every room has heard of it. */
async function registerTraced(): Promise<void> {
  await fetch(`${opened.house.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      traceparent: `00-${traceId}-${callerSpanId}-01`,
      'x-request-id': requestId,
    },
    body: JSON.stringify({
      query: `mutation Register { register(input: { email: "trace@finflow.example", password: "correct horse 9 battery",
        name: "Tracy", organizationName: "Trace Ltd", baseCurrency: "EUR" }) { __typename } }`,
      operationName: 'Register',
    }),
  });
  const consumers = () =>
    new Set(ours().flatMap(({ consumer }) => (consumer === undefined ? [] : [consumer])));
  await until('every room to have heard of the company', () =>
    Promise.resolve(consumers().size === 3 ? true : null),
  );
}

it("names the caller's trace and request in every room's log, from the gateway to the consumers", () => {
  const messages = ours().map(({ message }) => message);
  for (const message of ['operation answered', 'subgraph answered', 'event handled']) {
    expect(messages).toContain(message);
  }
  expect(ours().every((line) => line['requestId'] === requestId)).toBe(true);
  expect(JSON.stringify(ours())).not.toContain('battery');
});

it('sends one connected trace of it, from the request over the log to every consumer', () => {
  const spans = receiver.spans.filter((span) => span.traceId === traceId);
  const names = new Set(spans.map(({ name }) => name));
  for (const name of [
    'POST /graphql',
    'fetch auth',
    'subgraph auth',
    'payments handles organization_created',
    'accounting handles organization_created',
    'analytics handles organization_created',
  ]) {
    expect(names).toContain(name);
  }
  const known = new Set([callerSpanId, ...spans.map(({ spanId }) => spanId)]);
  expect(spans.filter(({ parentSpanId }) => !known.has(parentSpanId ?? ''))).toEqual([]);
  const relayed = receiver.spans.filter(({ name }) => name === 'relay outbox');
  expect(relayed.flatMap(({ links = [] }) => links.map((link) => link.traceId))).toContain(traceId);
  expect(JSON.stringify(receiver.spans)).not.toMatch(/battery|trace@finflow/);
});

it('has every metric that the dashboard and the alerts name', async () => {
  const scraped = await (await fetch(`${opened.house.url}/metrics`)).text();
  const exposed = new Set([...scraped.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name));
  const files = ['grafana/finflow.json', 'prometheus/alerts.yml'];
  const texts = files.map((file) => readFileSync(join(deploy, file), 'utf8')).join('\n');
  const named = [...texts.matchAll(/\b(?:finflow|process|nodejs)_[a-z0-9_]+/g)].map(([name]) =>
    name.replace(/_bucket$/, ''),
  );
  expect(new Set(named).size).toBeGreaterThan(15);
  expect([...new Set(named)].filter((name) => !exposed.has(name))).toEqual([]);
});
