import { createRequire } from 'node:module';
import kafkajs, { type Kafka, type logCreator } from 'kafkajs';
import { log } from '../../log.ts';

export interface KafkaOptions {
  /** host:port of brokers to begin with. */
  readonly brokers: readonly string[];
  readonly clientId?: string;
  /** Before each topic and group name, so that several houses share a broker. Default none. */
  readonly topicPrefix?: string;
  /** Of topics that are made here. Default 8: at most so many members of a group have work. */
  readonly partitions?: number;
  /** Of topics that are made here. Default -1: as the broker is set. */
  readonly replicationFactor?: number;
}

/** A client that waits patiently for a broker that is away for a moment. */
export function createKafka({ brokers, clientId = 'finflow' }: KafkaOptions): Kafka {
  silenceIdleChecks();
  return new kafkajs.Kafka({
    clientId,
    brokers: [...brokers],
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 8 },
    logLevel: kafkajs.logLevel.WARN,
    logCreator: toOurLog,
  });
}

/** While a broker is away these two write a line at each of many attempts; the others say what came of it. */
const chatty = new Set(['Connection', 'BrokerPool']);

/** Its errors are warnings for us: it tries again by itself, and what finally fails is thrown. */
const toOurLog: logCreator =
  () =>
  ({ namespace, level, log: { message, timestamp: _timestamp, logger: _logger, ...details } }) => {
    const isWarning = level === kafkajs.logLevel.ERROR && !chatty.has(namespace);
    log.log(isWarning ? 'warn' : 'debug', `kafka ${namespace}: ${message}`, details);
  };

interface RequestQueue {
  readonly pending: readonly unknown[];
  readonly throttledUntil: number;
}
interface RequestQueueClass {
  readonly prototype: { scheduleCheckPendingRequests: (this: RequestQueue) => void };
}

let isSilenced = false;

/**
 * kafkajs 2.2.4 sets a timer after every answer, also when nothing is queued and no throttle runs, and then with
 * a negative delay, of which Node 24 warns. Such a check has nothing to do, so it is left out.
 */
function silenceIdleChecks(): void {
  if (isSilenced) return;
  isSilenced = true;
  const load = createRequire(import.meta.url);
  const { prototype } = load('kafkajs/src/network/requestQueue') as RequestQueueClass;
  const schedule = prototype.scheduleCheckPendingRequests;
  if (typeof schedule !== 'function') throw new Error('Not the kafkajs that this was written for.');
  prototype.scheduleCheckPendingRequests = function check() {
    if (this.pending.length > 0 || this.throttledUntil > Date.now()) schedule.call(this);
  };
}
