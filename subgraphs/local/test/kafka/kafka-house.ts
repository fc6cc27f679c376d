import { startPostgresServer } from '@finflow/shared/testing/postgres-server';
import {
  type DistributedHouse,
  startDistributedHouse,
} from '../../src/distributed/distributed-house.ts';
import { type KafkaBroker, startKafkaBroker } from '../../src/kafka/broker.ts';

/** The house as five processes, with a broker and a database server of its own. */
export type KafkaHouse = DistributedHouse & { readonly broker: KafkaBroker };

/** Starts all; what was started is ended again when the rest does not start. */
export async function openKafkaHouse(name: string): Promise<KafkaHouse> {
  const ends: (() => Promise<void>)[] = [];
  const end = async () => {
    for (const stop of ends.splice(0).reverse()) await stop();
  };
  try {
    const server = await startPostgresServer();
    ends.push(() => server.stop());
    const broker = await startKafkaBroker();
    ends.push(() => broker.stop());
    const { superuserUrl } = server;
    const house = await startDistributedHouse({ superuserUrl, brokers: broker.brokers, name });
    ends.push(() => house.stop());
    return { ...house, broker, stop: end };
  } catch (error) {
    await end();
    throw error;
  }
}
