import { oneOf, readConfig, text, url } from '../config.ts';
import type { Bus } from './bus.ts';
import { type BusConfig, openBus } from './open-bus.ts';

/**
 * Which bus the environment names. EVENT_BUS: pg-log (default; EVENTS_DATABASE_URL) or kafka (KAFKA_BROKERS, separated by
 * commas; KAFKA_TOPIC_PREFIX where several houses share a broker).
 * @throws ConfigError naming the first variable that is missing or malformed
 */
export function readBusConfig(env: Record<string, string | undefined>): BusConfig {
  const { EVENT_BUS: kind } = readConfig(env, {
    EVENT_BUS: oneOf<BusConfig['kind']>(['pg-log', 'kafka'], 'pg-log'),
  });
  if (kind === 'pg-log') {
    const values = readConfig(env, { EVENTS_DATABASE_URL: url(['postgres:', 'postgresql:']) });
    return { kind, url: values.EVENTS_DATABASE_URL };
  }
  const values = readConfig(env, {
    KAFKA_BROKERS: text('addresses host:port, separated by commas'),
    KAFKA_TOPIC_PREFIX: text('a text', ''),
  });
  const brokers = values.KAFKA_BROKERS.split(',').map((broker) => broker.trim());
  return { kind, brokers, topicPrefix: values.KAFKA_TOPIC_PREFIX };
}

/**
 * Opens the bus that the environment names.
 * @throws ConfigError as readBusConfig
 */
export const busFromConfig = async (env: Record<string, string | undefined>): Promise<Bus> =>
  openBus(readBusConfig(env));
