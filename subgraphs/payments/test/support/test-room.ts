import { randomBytes } from 'node:crypto';
import { fixedClock } from '@finflow/shared/clock';
import { migrate } from '@finflow/shared/database/migrate';
import { withClient } from '@finflow/shared/database/provision';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { topicOf, type FinflowEvent } from '@finflow/shared/events/envelope';
import { dispatch } from '@finflow/shared/bus/handlers';
import { findRoute, type Route } from '@finflow/shared/http/route';
import { newViewerKeys, readVerifyKey } from '@finflow/shared/signed-viewer';
import { askingOf } from '@finflow/shared/testing/ask';
import { createTestDatabase } from '@finflow/shared/testing/postgres';
import { createPaymentsSubgraph } from '../../src/app.ts';
import { handlers } from '../../src/consumers/handlers.ts';
import { openDatabase } from '../../src/database.ts';
import type { Room } from '../../src/room.ts';
import { fieldCipher } from '../../src/security/field-cipher.ts';
import { fakeProvider } from './fake-provider.ts';

export type TestRoom = Awaited<ReturnType<typeof openTestRoom>>;

/** Payments over a real database and a provider in memory; nothing runs unless the test says so. */
export async function openTestRoom() {
  const database = await createTestDatabase('payments', {
    migrate: async (ownerUrl) => migrate(await openDatabase(ownerUrl)),
  });
  const provider = fakeProvider();
  const clock = fixedClock('2026-03-01T10:00:00.000Z');
  const fieldKey = { id: 'test', key: randomBytes(32) };
  const room: Room = {
    database: await openDatabase(database.appUrl),
    ownerDatabase: await openDatabase(database.ownerUrl),
    provider,
    clock,
    cipher: fieldCipher([fieldKey]),
    random: () => 0.5,
  };
  const keys = newViewerKeys();
  const settings = {
    publicUrl: 'https://finflow.test',
    paymentLinkSecret: 'a-payment-link-secret-for-tests-only',
    verifyKeys: [readVerifyKey(keys.verifyKey)],
    stripe: {
      secretKey: 'sk_test',
      publishableKey: 'pk_test',
      webhookSecret: 'whsec_test',
      apiBase: 'http://127.0.0.1',
      elementsUrl: 'http://127.0.0.1/elements/card',
    },
  };
  const subgraph = await createPaymentsSubgraph(room, settings, {
    wakeWebhooks: () => undefined,
    close: async () => {
      await room.database.close(true);
      await room.ownerDatabase.close(true);
      await database.close();
    },
  });
  return {
    ...database,
    room,
    clock,
    provider,
    fieldKey,
    settings,
    subgraph,
    ask: askingOf(subgraph, keys.signingKey),
    /** An event as the bus would bring it, in its organization's transaction. */
    hear: (event: FinflowEvent) =>
      inOrganization(event.organizationid ?? null, () =>
        room.database.em
          .fork()
          .transactional((em) => dispatch(handlers(room), topicOf(event), event as never, { em })),
      ),
    post: (webhook: { readonly body: Buffer; readonly signature: string | undefined }) =>
      postWebhook(subgraph.routes, webhook),
    /** Everything that was announced, in order. */
    announced: () =>
      sql<{ topic: string; event: FinflowEvent }>(
        database.ownerUrl,
        'select topic, event from outbox order by transaction_id, position',
      ),
    sql: <T extends object>(text: string, values: readonly unknown[] = []) =>
      sql<T>(database.ownerUrl, text, values),
    close: () => subgraph.close(),
  };
}

const sql = <T extends object>(url: string, text: string, values: readonly unknown[] = []) =>
  withClient(url, async (client) => (await client.query<T>(text, [...values])).rows);

async function postWebhook(
  routes: readonly Route[],
  { body, signature }: { readonly body: Buffer; readonly signature: string | undefined },
): Promise<number> {
  const route = findRoute(routes, 'POST', '/webhooks/stripe');
  if (!route) throw new Error('The webhook route is declared.');
  const { status } = await route.handle({
    method: 'POST',
    url: new URL('http://localhost/webhooks/stripe'),
    headers: { 'stripe-signature': signature },
    body,
    remoteAddress: '127.0.0.1',
  });
  return status;
}
