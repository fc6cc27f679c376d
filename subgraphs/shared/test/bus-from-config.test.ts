import { expect, it } from '@jest/globals';
import { readBusConfig } from '../src/bus/bus-from-config.ts';

it('takes the log in Postgres when nothing else is said', () => {
  const url = 'postgres://finflow@localhost/finflow_events';
  expect(readBusConfig({ EVENTS_DATABASE_URL: url })).toEqual({ kind: 'pg-log', url });
});

it('takes Kafka by its brokers', () => {
  expect(readBusConfig({ EVENT_BUS: 'kafka', KAFKA_BROKERS: 'a:9092, b:9092' })).toEqual({
    kind: 'kafka',
    brokers: ['a:9092', 'b:9092'],
    topicPrefix: '',
  });
});

it.each([
  [{}, 'EVENTS_DATABASE_URL is missing'],
  [{ EVENT_BUS: 'kafka' }, 'KAFKA_BROKERS is missing'],
  [{ EVENT_BUS: 'pigeon' }, 'EVENT_BUS is malformed'],
])('names what is missing or malformed: %j', (env, line) => {
  expect(() => readBusConfig(env)).toThrow(line);
});
