import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Writable } from 'node:stream';
import { log } from '@finflow/shared/log';
import winston from 'winston';
import { until } from '../src/demo/until.ts';
import { openHouse } from './house/open-house.ts';

type Line = {
  readonly message: string;
  readonly traceId?: string;
  readonly requestId?: string;
  readonly consumer?: string;
};

const lines: Line[] = [];
const listening = new winston.transports.Stream({
  stream: new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()) as Line);
      done();
    },
  }),
});
const { silent, level } = log;

let opened: Awaited<ReturnType<typeof openHouse>>;
beforeAll(async () => {
  opened = await openHouse();
  log.add(listening);
  log.silent = false;
  log.level = 'info';
  for (const transport of log.transports) transport.silent = transport !== listening;
}, 60_000);
afterAll(async () => {
  log.remove(listening);
  log.silent = silent;
  log.level = level;
  await opened.close();
});

it("names the caller's trace and request in every room's log, from the gateway to the consumers", async () => {
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const requestId = 'journey-of-one-request';
  await fetch(`${opened.house.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      traceparent: `00-${traceId}-b7ad6b7169203331-01`,
      'x-request-id': requestId,
    },
    body: JSON.stringify({
      query: `mutation Register { register(input: { email: "trace@finflow.example", password: "correct horse 9 battery",
        name: "Tracy", organizationName: "Trace Ltd", baseCurrency: "EUR" }) { __typename } }`,
      operationName: 'Register',
    }),
  });
  const ours = () => lines.filter((line) => line.traceId === traceId);
  const consumers = () =>
    new Set(ours().flatMap(({ consumer }) => (consumer === undefined ? [] : [consumer])));
  await until('every room to have heard of the company', () =>
    Promise.resolve(consumers().size === 3 ? true : null),
  );
  expect(new Set(ours().map(({ message }) => message))).toEqual(
    new Set(['operation answered', 'subgraph answered', 'event handled']),
  );
  expect(ours().every((line) => line.requestId === requestId)).toBe(true);
  expect(JSON.stringify(ours())).not.toContain('battery');
});
