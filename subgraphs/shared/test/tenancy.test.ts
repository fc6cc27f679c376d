import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { applySettings, inOrganization } from '../src/database/tenancy.ts';
import { newId } from '../src/ids.ts';
import { openProbeRoom, type ProbeRoom } from './support/probe-room.ts';

let room: ProbeRoom;
beforeAll(async () => {
  room = await openProbeRoom();
});
afterAll(() => room.close());

type Named = { readonly name: string };
const ask = `select current_setting('app.organization_id') as name, pg_sleep(random() / 200)`;

/** The organization that the database believes a query is of. */
async function namedIn(organizationId: string | null): Promise<string | undefined> {
  return inOrganization(organizationId, async () => {
    const [row] = await room.orm.em.fork().execute<Named[]>(ask);
    return row?.name;
  });
}

it('names the right organization, whoever had the connection before', async () => {
  const organizations = [newId(), newId(), null];
  const asked = Array.from({ length: 300 }, (_, at) => organizations[at % 3] ?? null);
  const named = await Promise.all(asked.map(namedIn));
  expect(named).toEqual(asked.map((organizationId) => organizationId ?? ''));
});

it('names the right organization after transactions that were rolled back', async () => {
  const failing = (organizationId: string) =>
    inOrganization(organizationId, () =>
      room.orm.em.fork().transactional(async (em) => {
        await em.execute(ask);
        throw new Error('rolled back');
      }),
    );
  for (let at = 0; at < 20; at += 1) {
    const own = newId();
    await expect(failing(newId())).rejects.toThrow('rolled back');
    expect(await namedIn(own)).toBe(own);
    await expect(failing(own)).rejects.toThrow('rolled back');
    expect(await namedIn(own)).toBe(own);
    expect(await namedIn(null)).toBe('');
  }
});

it('asks the database only when a connection was told otherwise before', async () => {
  const sent: unknown[] = [];
  const connection = {
    executeQuery: async ({ parameters }: { parameters: unknown[] }) => sent.push(parameters[1]),
  };
  for (const id of ['a', 'a', 'b', 'a', 'a']) await applySettings(connection, { 'app.x': id });
  expect(sent).toEqual(['a', 'b', 'a']);
});

it('asks again when it does not know whether the database has heard', async () => {
  const answers = ['yes', 'no', 'yes'];
  let asked = 0;
  const connection = {
    executeQuery: async () => {
      asked += 1;
      if (answers[asked - 1] === 'no') throw new Error('connection lost');
    },
  };
  await applySettings(connection, { 'app.x': 'a' });
  await expect(applySettings(connection, { 'app.x': 'b' })).rejects.toThrow('connection lost');
  await applySettings(connection, { 'app.x': 'a' });
  expect(asked).toBe(3);
});
