import { afterEach, describe, expect, it } from '@jest/globals';
import { paymentUpdated } from './world/events.ts';
import { createClients } from './world/socket.ts';
import { ask, codesOf, startWorld, type World } from './world/world.ts';

let world: World;
let open = (): void => undefined;
const clients = createClients();
afterEach(async () => {
  open();
  await clients.dispose();
  await world.close();
});

/** A world whose accounting says nothing, and whose operations may take two seconds. */
async function start(transport: 'in-process' | 'http'): Promise<World> {
  world = await startWorld({ transport, limits: { operationTimeoutMs: 2_000 } });
  world.books.gate = new Promise((resolve) => {
    open = resolve;
  });
  return world;
}

describe.each(['in-process', 'http'] as const)(
  'an operation that takes too long, %s',
  (transport) => {
    it('is answered when its time is over', async () => {
      const to = await start(transport);
      const query = '{ payments { id journalEntries { kind } } }';
      const answer = await ask(to, query, { authorization: await to.bearer() });
      expect(codesOf(answer)).toContain('DEADLINE_EXCEEDED');
    });

    it('for an event is told when its time is over', async () => {
      const to = await start(transport);
      const client = clients.connect(to, await to.bearer());
      const feed = await client.listen(
        'subscription { paymentChanged { id journalEntries { kind } } }',
      );
      await to.bus.publish([paymentUpdated(to.books)]);
      expect(await feed.next()).toMatchObject({
        errors: [{ extensions: { code: 'DEADLINE_EXCEEDED' } }],
      });
    });
  },
);
