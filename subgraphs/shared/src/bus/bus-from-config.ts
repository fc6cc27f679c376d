import { listOf, oneOf, readConfig, url, type Setting } from '../config.ts';
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
    KAFKA_BROKERS: listOf(broker),
    KAFKA_TOPIC_PREFIX: topicPrefix,
  });
  return { kind, brokers: values.KAFKA_BROKERS, topicPrefix: values.KAFKA_TOPIC_PREFIX };
}

const broker: Setting<string> = {
  shape: 'an address host:port',
  parse: (text) => (/^[\w.-]+:\d{1,5}$|^\[[\da-f:.]+\]:\d{1,5}$/i.test(text) ? text : undefined),
};

/** What Kafka takes in a topic's name. */
const topicPrefix: Setting<string> = {
  shape: 'letters, digits, dots, dashes and underscores, 100 at most',
  parse: (text) => (/^[\w.-]{1,100}$/.test(text) ? text : undefined),
  fallback: '',
};

/**
 * Opens the bus that the environment names.
 * @throws ConfigError as readBusConfig
 */
export const busFromConfig = async (env: Record<string, string | undefined>): Promise<Bus> =>
  openBus(readBusConfig(env));
