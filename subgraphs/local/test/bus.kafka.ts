import { afterAll, beforeAll } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { openMessageLog } from '@finflow/shared/bus/open-bus';
import { describeBus } from '../../shared/test/support/bus-contract.ts';
import { type KafkaBroker, startKafkaBroker } from '../src/kafka/broker.ts';

let broker: KafkaBroker;
beforeAll(async () => {
  broker = await startKafkaBroker();
});
afterAll(() => broker.stop());

describeBus('Kafka 4', {
  openStore: async () => {
    const topicPrefix = `${randomBytes(4).toString('hex')}.`;
    const config = { kind: 'kafka', brokers: broker.brokers, topicPrefix } as const;
    return {
      openLog: () => openMessageLog(config),
      config: JSON.stringify(config),
      close: () => Promise.resolve(),
    };
  },
});
