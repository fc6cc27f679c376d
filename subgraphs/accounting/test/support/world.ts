import { openBus } from '@finflow/shared/bus/open-bus';
import { newEvent } from '@finflow/shared/events/envelope';
import type { EventData } from '@finflow/shared/events/__generated__/event-data';
import { checkEvent } from '@finflow/shared/events/validate';
import type { Topic } from '@finflow/shared/events/topics';
import { withClient } from '@finflow/shared/database/provision';
import { newId } from '@finflow/shared/ids';
import { newViewerKeys, readVerifyKey } from '@finflow/shared/signed-viewer';
import { askingOf } from '@finflow/shared/testing/ask';
import { createTestDatabase } from '@finflow/shared/testing/postgres';
import { newUser, payerOf } from '@finflow/shared/testing/viewers';
import type { Role } from '@finflow/shared/viewer';
import { until } from '@finflow/shared/testing/until';
import { startAccountingApp } from '../../src/app.ts';
import { accountingDatabase, clock } from './books.ts';

const gateway = newViewerKeys();

/** The whole room on databases and a clock of its own, called as the gateway calls it. */
export async function openWorld() {
  const [database, events] = await Promise.all([
    accountingDatabase(),
    createTestDatabase('events'),
  ]);
  const bus = await openBus({ kind: 'pg-log', url: events.ownerUrl });
  const app = await startAccountingApp(
    {
      databaseUrl: database.appUrl,
      databaseOwnerUrl: database.ownerUrl,
      port: 0,
      gatewayVerifyKeys: [readVerifyKey(gateway.verifyKey)],
      publicUrl: 'http://localhost:4000',
      fileLinkSecret: 'a secret of the tests, which is long enough',
    },
    { bus, clock },
  );

  const ask = askingOf(app.subgraph, gateway.signingKey);

  const publish = <T extends Topic>(
    topic: T,
    organizationId: string,
    about: { readonly subject: string; readonly data: EventData[T] },
  ) =>
    bus.publish([
      checkEvent(newEvent(topic, { source: '/test', organizationId, ...about }, clock)),
    ]);

  /** A company whose books are open, and its people. */
  const openCompany = async ({ isDemo = false, timeZone = 'UTC' } = {}) => {
    const organizationId = newId();
    const data = {
      organizationId,
      name: 'Muster GmbH',
      baseCurrency: 'EUR',
      isDemo,
      createdBy: newId(),
      timeZone,
    };
    await publish('organization_created', organizationId, { subject: organizationId, data });
    const desk = app.desk(organizationId);
    await until(() => desk.isOpen());
    const member = (role: Role) => newUser({ organizationId, role });
    const owner = member('OWNER');
    return {
      organizationId,
      desk,
      member,
      payer: (invoiceId: string) => payerOf(organizationId, invoiceId),
      /** Asks as the owner, and wants an answer without errors. */
      ask: async (query: string, variables = {}) => {
        const { data: answer, errors } = await ask(owner, query, variables);
        if (errors.length > 0) throw new Error(JSON.stringify(errors));
        return answer;
      },
    };
  };

  return {
    app,
    bus,
    database,
    ask,
    publish,
    openCompany,
    /** Looks behind the walls, as the database's owner. */
    query: (text: string, values: unknown[] = []) =>
      withClient(database.ownerUrl, (client) => client.query(text, values)),
    close: async () => {
      await app.close();
      await bus.close();
      await Promise.all([database.close(), events.close()]);
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;
export type Company = Awaited<ReturnType<World['openCompany']>>;
