import { type Bus, createBus } from './bus.ts';
import type { MessageLog } from './message-log.ts';
import { openPgLog } from './pg-log/pg-log.ts';

/** Which log the events go through. */
export type BusConfig = {
  readonly kind: 'pg-log';
  /** The event log's own database. */
  readonly url: string;
};

/** Opens the configured adapter. */
export const openMessageLog = (config: BusConfig): Promise<MessageLog> => openPgLog(config);

/** Opens the bus on the configured adapter. Close it last: what still publishes needs it. */
export const openBus = async (config: BusConfig): Promise<Bus> =>
  createBus(await openMessageLog(config));
