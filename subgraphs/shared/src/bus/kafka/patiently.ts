import kafkajs from 'kafkajs';
import { backoffMs, pauseFor } from '../wait.ts';

const limitMs = 30_000;

/**
 * Asks again while the broker says "not now": a new topic or group reaches the brokers of a KRaft cluster a moment
 * after it was made, and kafkajs' administration gives up there.
 * @throws whatever else the broker says, or the same after half a minute
 */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  const end = performance.now() + limitMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      const mayPass = error instanceof kafkajs.KafkaJSProtocolError && error.retriable;
      if (!mayPass || performance.now() > end) throw error;
      await pauseFor(backoffMs(attempt, { firstMs: 20, capMs: 500 }));
    }
  }
}
