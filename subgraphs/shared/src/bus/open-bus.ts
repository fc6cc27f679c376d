import { type Bus, createBus } from './bus.ts';
import type { KafkaOptions } from './kafka/client.ts';
import { openKafkaLog } from './kafka/kafka-log.ts';
import type { MessageLog } from './message-log.ts';
import { openPgLog, type PgLogOptions } from './pg-log/pg-log.ts';

/** Which log the events go through. */
export type BusConfig =
  | ({ readonly kind: 'pg-log' } & PgLogOptions)
  | ({ readonly kind: 'kafka' } & KafkaOptions);

/** Opens the configured adapter. */
export const openMessageLog = (config: BusConfig): Promise<MessageLog> =>
  config.kind === 'kafka' ? openKafkaLog(config) : openPgLog(config);

/** Opens the bus on the configured adapter. Close it last: what still publishes needs it. */
export const openBus = async (config: BusConfig): Promise<Bus> =>
  createBus(await openMessageLog(config));
