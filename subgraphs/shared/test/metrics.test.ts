import { describe, expect, it } from '@jest/globals';
import { register } from 'prom-client';
import { noCounts } from '../src/bus/consumer-counts.ts';
import { observeConsumer, observeRelay } from '../src/metrics/event-metrics.ts';

const scrape = async (): Promise<string> => await register.metrics();

describe('the metrics of the event log', () => {
  it('show what consumers did and what waits for them, as long as they run', async () => {
    const counts = { ...noCounts(), handled: 3, buried: 1 };
    const stop = observeConsumer({
      name: 'books',
      counts: () => counts,
      lag: async () => [{ topic: 'payment_completed', messages: 7 }],
    });
    counts.handled = 4;
    const text = await scrape();
    expect(text).toContain('finflow_consumer_events_total{consumer="books",outcome="handled"} 4');
    expect(text).toContain('finflow_consumer_events_total{consumer="books",outcome="buried"} 1');
    expect(text).toContain(
      'finflow_consumer_lag_events{consumer="books",topic="payment_completed"} 7',
    );
    stop();
    expect(await scrape()).not.toContain('consumer="books"');
  });

  it('are there also while the event log is away', async () => {
    const stop = observeConsumer({
      name: 'books',
      counts: noCounts,
      lag: () => Promise.reject(new Error('the log is away')),
    });
    const text = await scrape();
    expect(text).toContain('finflow_consumer_events_total{consumer="books",outcome="handled"} 0');
    expect(text).not.toContain('finflow_consumer_lag_events{consumer="books"');
    stop();
  });

  it('show what relays carried', async () => {
    const stop = observeRelay({ database: 'finflow_books', published: () => 12 });
    expect(await scrape()).toContain('finflow_relay_published_total{database="finflow_books"} 12');
    stop();
  });
});
