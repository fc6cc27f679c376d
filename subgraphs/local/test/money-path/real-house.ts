import { startAccountingApp } from '@finflow/accounting/app';
import { verifyLedger } from '@finflow/accounting/ledger/verify-ledger';
import { systemClock } from '@finflow/shared/clock';
import { withClient } from '@finflow/shared/database/provision';
import { newEvent } from '@finflow/shared/events/envelope';
import { newId } from '@finflow/shared/ids';
import { readVerifyKey } from '@finflow/shared/signed-viewer';
import { askingOf } from '@finflow/shared/testing/ask';
import { createTestDatabase } from '@finflow/shared/testing/postgres';
import { newUser } from '@finflow/shared/testing/viewers';
import type { Viewer } from '@finflow/shared/viewer';
import { until } from '@finflow/shared/testing/until';
import { openPaymentsHouse } from '../payments/payments-house.ts';

export type RealHouse = Awaited<ReturnType<typeof openRealHouse>>;

/** Payments and accounting as they run, on Postgres, with the event log between them and the Stripe sandbox outside. */
export async function openRealHouse() {
  const payments = await openPaymentsHouse();
  const { bus, keys, sandbox, stripe } = payments;
  const database = await createTestDatabase('money_path_accounting');
  const accounting = await startAccountingApp(
    {
      databaseUrl: database.appUrl,
      databaseOwnerUrl: database.ownerUrl,
      port: 0,
      gatewayVerifyKeys: [readVerifyKey(keys.verifyKey)],
      publicUrl: 'http://localhost:4000',
      fileLinkSecret: 'a secret of the tests, which is long enough',
    },
    { bus, clock: systemClock },
  );
  const waiting = (text: string) =>
    withClient(database.ownerUrl, async (client) => (await client.query(text)).rowCount);

  /** What has not arrived yet, in both rooms: zero when all is at rest. */
  const underWay = async () => {
    const unsent =
      'select 1 from outbox where published_at is null union all select 1 from parked_event union all select 1 from lane_event';
    const lags = await Promise.all(['accounting', 'payments'].map((group) => bus.lag(group)));
    const behind = lags.flat().reduce((sum, { messages }) => sum + messages, 0);
    const notices = 'select 1 from webhook_inbox where processed_at is null';
    const ours = await payments.sql(`${unsent} union all ${notices}`);
    return behind + ours.length + ((await waiting(unsent)) ?? 0);
  };

  return {
    sandbox,
    stripe,
    ask: payments.ask,
    openCompany: async () => {
      const organizationId = newId();
      const data = {
        organizationId,
        name: 'Muster GmbH',
        baseCurrency: 'EUR',
        isDemo: false,
        createdBy: newId(),
      };
      const about = { source: '/auth', subject: organizationId, organizationId, data };
      await bus.publish([newEvent('organization_created', about, systemClock)]);
      const desk = accounting.desk(organizationId);
      await until(() => desk.isOpen());
      return { organizationId, desk, owner: newUser({ organizationId }) };
    },
    /** As the API tells them: debits positive, by account code. */
    balances: async (owner: Viewer): Promise<Record<string, bigint>> => {
      const query = `{ trialBalance { isBalanced rows { account { code } debit { minor } credit { minor } } } }`;
      const { data } = await askingOf(accounting.subgraph, keys.signingKey)(owner, query);
      const { trialBalance } = data;
      if (!trialBalance.isBalanced) throw new Error('The books do not balance.');
      return Object.fromEntries(
        trialBalance.rows.map(
          (row: {
            account: { code: string };
            debit: { minor: string };
            credit: { minor: string };
          }) => [row.account.code, BigInt(row.debit.minor) - BigInt(row.credit.minor)],
        ),
      );
    },
    payments: (organizationId: string) =>
      payments.sql<{ id: string; status: string; provider_intent_id: string | null }>(
        'select id, status, provider_intent_id from payment where organization_id = $1 order by created_at',
        [organizationId],
      ),
    /** Every notice that was not lost has come, the janitor has asked about the rest, and every event is handled. */
    comeToRest: async () => {
      for (let round = 0; round < 2; round += 1) {
        await sandbox.delivered();
        await payments.sql(
          `update payment set next_check_at = now() where status in ('PENDING', 'PROCESSING', 'REQUIRES_ACTION', 'FAILED')`,
        );
        await payments.app.reconcile();
        await until(async () => (await underWay()) === 0);
      }
    },
    verify: () => verifyLedger(database.ownerUrl),
    close: async () => {
      await accounting.close();
      await payments.close();
      await database.close();
    },
  };
}
