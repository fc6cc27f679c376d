import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { inOrganization } from '../src/database/tenancy.ts';
import { withClient } from '../src/database/provision.ts';
import type { FinflowEvent } from '../src/events/envelope.ts';
import { InvalidEvent } from '../src/events/validate.ts';
import { newId } from '../src/ids.ts';
import { recordEvent, recordEvents } from '../src/outbox/record-event.ts';
import { samplePaymentCreated } from '../src/testing/sample-event.ts';
import { openProbeRoom, type ProbeRoom } from './support/probe-room.ts';

let room: ProbeRoom;
beforeAll(async () => {
  room = await openProbeRoom();
});
afterAll(() => room.close());
beforeEach(() => room.ask('truncate outbox'));

const organizationId = newId();
const record = (events: readonly FinflowEvent[], before?: () => Promise<void>) =>
  inOrganization(organizationId, () =>
    room.orm.em.fork().transactional(async (em) => {
      await recordEvents(em, events);
      await before?.();
    }),
  );
const recorded = () =>
  room.ask<{ id: string; key: string }>(
    'select id, key from outbox order by transaction_id, position',
  );

describe('the outbox', () => {
  it('keeps events in their order, key is the aggregate', async () => {
    const events = Array.from({ length: 50 }, () => samplePaymentCreated({ organizationId }));
    await record(events);
    expect(await recorded()).toEqual(events.map(({ id, subject }) => ({ id, key: subject })));
  });

  it('holds nothing of a transaction that was rolled back', async () => {
    const act = record([samplePaymentCreated({ organizationId })], () =>
      Promise.reject(new Error('no')),
    );
    await expect(act).rejects.toThrow('no');
    expect(await recorded()).toEqual([]);
  });

  it('refuses an event that breaks its schema, and with it the change', async () => {
    const event = samplePaymentCreated({ organizationId, amountMinor: '12.50' });
    await expect(record([event])).rejects.toThrow(InvalidEvent);
    expect(await recorded()).toEqual([]);
  });

  it('refuses an event outside of a transaction', async () => {
    const event = samplePaymentCreated({ organizationId });
    await expect(recordEvent(room.orm.em.fork(), event)).rejects.toThrow(/transaction/);
  });

  it('refuses an event in the name of another organization', async () => {
    await expect(record([samplePaymentCreated()])).rejects.toThrow(/row-level security/);
  });

  it('shows the application nothing of what was recorded', async () => {
    const ask = withClient(room.appUrl, (client) => client.query('select * from outbox'));
    await expect(ask).rejects.toThrow(/permission denied/);
  });
});

describe('the event horizon', () => {
  const belowHorizon = `select id from outbox where transaction_id < event_horizon()`;

  it('hides what is committed while an older transaction still runs, so that none is skipped', async () => {
    const [slow, fast] = [
      samplePaymentCreated({ organizationId }),
      samplePaymentCreated({ organizationId }),
    ];
    await record([slow], async () => {
      await record([fast]);
      expect(await recorded()).toHaveLength(1);
      expect(await room.ask(belowHorizon)).toEqual([]);
    });
    expect(await room.ask(belowHorizon)).toHaveLength(2);
  });

  it("isn't held back by transactions of other databases of the server", async () => {
    const other = await openProbeRoom();
    await withClient(other.ownerUrl, async (client) => {
      await client.query('begin; select pg_current_xact_id()');
      await record([samplePaymentCreated({ organizationId })]);
      expect(await room.ask(belowHorizon)).toHaveLength(1);
    });
    await other.close();
  });
});
