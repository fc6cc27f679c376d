import { createBus } from '../../src/bus/bus.ts';
import { openMessageLog } from '../../src/bus/open-bus.ts';

/** One member of a group, made to be killed: `bus-member.ts CONFIG HANG_AFTER`. */
const [config = '{}', hangAfter = '0'] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
const bus = createBus(await openMessageLog(JSON.parse(config)));
let handled = 0;
let last: string[] = [];

await bus.subscribe({
  group: 'accounting',
  topics: ['payment_created'],
  maxBatch: 10,
  handle: async (batch) => {
    for (const id of last) say(`committed ${id}`); // The batch before was committed, or this one would not be here.
    const ids = batch.flatMap((delivery) => (delivery.kind === 'event' ? [delivery.event.id] : []));
    if (handled >= Number(hangAfter)) {
      for (const id of ids) say(`in-hand ${id}`);
      say('hanging');
      await new Promise(() => {});
    }
    handled += ids.length;
    last = ids;
  },
});
