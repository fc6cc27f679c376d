import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@finflow/shared/clock';
import { withClient } from '@finflow/shared/database/provision';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { newId } from '@finflow/shared/ids';
import { isRefusal } from '@finflow/shared/refusal';
import { globalEmbedding } from '../src/categorizing/global-model.ts';
import { defaultMemorySettings } from '../src/categorizing/memory-settings.ts';
import { decideCategories, categorizeText } from '../src/categories/category.service.ts';
import { chooseModel, listModels } from '../src/categories/model/category-model.service.ts';
import {
  type TrainingResult,
  type TrainingTask,
  trainModel,
} from '../src/categories/model/train-model.ts';
import { readTrainingProgress } from '../src/categories/model/training-progress.ts';
import { trainWhereDue } from '../src/categories/model/trainer.ts';
import {
  openTrainingThreads,
  type TrainingThreads,
} from '../src/categories/model/training-threads.ts';
import { clock, eventsOf } from './support/events.ts';
import { hear } from './support/hear.ts';
import { openTestDatabase } from './support/test-database.ts';

let room: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  room = await openTestDatabase();
});
afterAll(() => room.close());

/** Trains in this thread: the same code, without a thread's start. */
const here: TrainingThreads = {
  run: async (task) => trainModel(task),
  close: async () => undefined,
};

/** Made-up payees whose purpose nobody could know: the first syllable says it. */
const purposes = { Brall: 'SOFTWARE', Quent: 'RENT', Zwoll: 'TRAINING' } as const;
const endings = ['ag', 'en', 'ix', 'or', 'um', 'a', 'is', 'oth', 'und', 'el'];
const payees = Object.entries(purposes).flatMap(([start, category]) =>
  endings.map((ending) => ({ text: `${start}${ending} ${start}`, category })),
);

const months = Array.from({ length: 9 }, (_, month) => `2025-0${month + 1}-15`);

/** Nine months of the same payees, then a month of others: of those memory knows nothing, only a model can guess. */
function story() {
  const isMet = (place: number) => place % 10 < 8;
  const met = payees.filter((_, place) => isMet(place));
  const strangers = payees.filter((_, place) => !isMet(place));
  return [
    ...months.flatMap((date) => met.map((payee) => ({ ...payee, date }))),
    ...[1, 2, 3, 4].flatMap(() => strangers.map((payee) => ({ ...payee, date: '2025-10-15' }))),
  ];
}

/** An organization whose people decided all of the story. */
async function experienced(): Promise<string> {
  const organizationId = newId();
  const write = eventsOf(organizationId);
  const waiting = story().map(({ text, category, date }) => ({
    category,
    event: write.spent(text, '1000', { date }),
  }));
  await hear(room.database, [write.created(), ...waiting.map(({ event }) => event)]);
  await inOrganization(organizationId, async () => {
    for (let at = 0; at < waiting.length; at += 100) {
      const decisions = waiting.slice(at, at + 100).map(({ event, category }) => ({
        transactionId: event.data.entryId,
        category,
      }));
      const result = await decideCategories(decisions, String, roomOf(organizationId));
      if (isRefusal(result)) throw new Error(result.code);
    }
  });
  return organizationId;
}

const roomOf = (organizationId: string) => ({
  em: room.database.em.fork(),
  organizationId,
  actorId: newId(),
  clock,
});
const within = <T>(id: string, work: (at: ReturnType<typeof roomOf>) => Promise<T>) =>
  inOrganization(id, () => work(roomOf(id)));

const train = (threads = here, at = clock) => trainWhereDue({ ...room, clock: at, threads });
const models = (id: string) => within(id, ({ em }) => listModels(em));
const progress = (id: string) => within(id, ({ em }) => readTrainingProgress(em));
const suggestionFor = (id: string, text: string) =>
  within(id, async (at) => {
    const transaction = { text, amountMinor: 1000n, currency: 'EUR', date: '2026-07-01' };
    const result = await categorizeText({ ...transaction, direction: 'OUT' }, at);
    if (isRefusal(result)) throw new Error(result.code);
    return result;
  });
const changes = (id: string) =>
  withClient(room.ownerUrl, async (client) => {
    const { rows } = await client.query<{ reason: string; version: number }>(
      `select event->'data'->>'reason' as reason, (event->'data'->>'version')::int as version
       from outbox where organization_id = $1 and topic = 'category_model_changed' order by position`,
      [id],
    );
    return rows;
  });

describe("an organization's own model", () => {
  let id: string;
  beforeAll(async () => {
    id = await experienced();
    await train();
  });

  it('is trained in the background once people decided enough, and used as it is better', async () => {
    const [own, general] = await models(id);
    expect(own).toMatchObject({ version: 1, isActive: true, trained: { exampleCount: 240 } });
    expect(general).toEqual({ version: 0, isActive: false, trained: null });
    expect(await changes(id)).toEqual([{ reason: 'TRAINED', version: 1 }]);
    expect(await suggestionFor(id, 'Zwollibor Zwoll')).toMatchObject({
      category: 'TRAINING',
      modelVersion: 'own-1',
    });
  });

  it('is not trained again before there is enough that is new', async () => {
    await train();
    expect(await changes(id)).toHaveLength(1);
  });

  it('says how it did, and how many decisions the next one takes', async () => {
    expect(await progress(id)).toEqual({
      state: 'COLLECTING',
      decisionsToGo: 50,
      lastTrial: {
        at: clock.now(),
        exampleCount: 240,
        accuracy: expect.any(Number),
        accuracyBefore: expect.any(Number),
        isBetter: true,
      },
    });
  });
});

describe('an own model whose embedding is gone', () => {
  const choosing = (trained: TrainingResult['trained']): TrainingThreads => ({
    run: async () => ({ exampleCount: 240, accuracy: 0.9, accuracyBefore: 0.8, trained }),
    close: async () => undefined,
  });
  const trained = { weights: Buffer.from('not looked at'), memory: defaultMemorySettings };

  const forget = (id: string) =>
    withClient(room.ownerUrl, (client) =>
      client.query(`update category_model set embedding = 'older' where organization_id = $1`, [
        id,
      ]),
    );

  it('is trained anew without waiting for decisions, or gives way to the general one', async () => {
    const id = await experienced();
    await train(choosing(trained));
    await forget(id);
    await train(choosing(trained));
    await forget(id);
    await train(choosing(null));
    await train(choosing(trained));
    expect(await changes(id)).toEqual([
      { reason: 'TRAINED', version: 1 },
      { reason: 'TRAINED', version: 2 },
      { reason: 'KEPT', version: 0 },
    ]);
  });

  it('gives way to what somebody chose while the next one was trained', async () => {
    const id = await experienced();
    await train(choosing(trained));
    await forget(id);
    const slow = choosing(trained);
    await train({
      ...slow,
      run: async (task) => {
        await within(id, (at) => chooseModel(0, at));
        return slow.run(task);
      },
    });
    expect(await changes(id)).toEqual([
      { reason: 'TRAINED', version: 1 },
      { reason: 'CHOSEN', version: 0 },
    ]);
  });

  it('is one of the five newest that are kept', async () => {
    const id = await experienced();
    for (let trial = 0; trial < 6; trial += 1) {
      await forget(id);
      await train(choosing(trained));
    }
    const kept = await withClient(room.ownerUrl, (client) =>
      client.query<{ version: number }>(
        'select version from category_model where organization_id = $1 order by version',
        [id],
      ),
    );
    expect(kept.rows.map(({ version }) => version)).toEqual([2, 3, 4, 5, 6]);
  });
});

describe('a training that fails', () => {
  const failing: TrainingThreads = {
    run: async () => {
      throw new Error('a thread died');
    },
    close: async () => undefined,
  };
  let id: string;
  let other: string;
  beforeAll(async () => {
    const both = [await experienced(), await experienced()].toSorted();
    [id = '', other = ''] = both;
  }, 60_000);

  it('holds up nobody else, and is told', async () => {
    expect(await progress(id)).toMatchObject({ state: 'UNDER_WAY', lastTrial: null });
    let runs = 0;
    const onceFailing = {
      ...here,
      run: async (task: TrainingTask) => {
        runs += 1;
        return runs === 1 ? failing.run(task) : here.run(task);
      },
    };
    await train(onceFailing);
    expect(await progress(id)).toMatchObject({ state: 'FAILED', decisionsToGo: 0 });
    expect(await changes(other)).toHaveLength(1);
  });

  it('is tried again after ten minutes, not before', async () => {
    await train(here, fixedClock('2026-07-15T10:09:00Z'));
    expect((await progress(id)).state).toBe('FAILED');
    await train(here, fixedClock('2026-07-15T10:11:00Z'));
    expect(await progress(id)).toMatchObject({
      state: 'COLLECTING',
      lastTrial: { isBetter: true },
    });
  });
});

describe('training', () => {
  const taskOf = (decided: ReturnType<typeof story>): TrainingTask => ({
    version: 'own-1',
    decisions: decided.map((one) => ({
      ...one,
      amount: 10,
      decidedOn: one.date,
      decidedBy: 'PERSON',
    })),
  });
  const task = () => taskOf(story());

  it('gives a model that guesses payees it never met, by what it learned from others', () => {
    const { exampleCount, accuracy, accuracyBefore, trained } = trainModel(task());
    expect(exampleCount).toBe(240);
    expect(accuracy).toBeGreaterThan(accuracyBefore);
    expect(trained?.weights.length).toBeLessThan(1_000_000);
  });

  it('gives none where memory knows all that a model could', () => {
    const known = taskOf(months.flatMap((date) => payees.map((payee) => ({ ...payee, date }))));
    expect(trainModel(known)).toMatchObject({ accuracy: 1, accuracyBefore: 1, trained: null });
  });

  it('gives the same bytes for the same decisions, also in a thread', async () => {
    const threads = openTrainingThreads();
    const [first, second] = [trainModel(task()), await threads.run(task())];
    await threads.close();
    expect(Buffer.from(second.trained?.weights ?? [])).toEqual(
      Buffer.from(first.trained?.weights ?? []),
    );
    expect(second.trained?.memory).toEqual(first.trained?.memory);
  });
});

describe('going back', () => {
  /** An organization that uses a model of which nothing but its embedding is known. */
  async function storing(embedding: string): Promise<string> {
    const id = newId();
    await hear(room.database, [eventsOf(id).created()]);
    await withClient(room.ownerUrl, async (client) => {
      await client.query(
        `insert into category_model (organization_id, version, weights, embedding, memory)
         values ($1, 1, $2, $3, '{}')`,
        [id, Buffer.from('not looked at'), embedding],
      );
      await client.query(
        `insert into category_model_change values
           ($1, 1, 1, 'TRAINED', 50, 200, 0.9, 0.8, null, '2026-07-01T00:00:00Z')`,
        [id],
      );
    });
    return id;
  }

  it('is not to a model that stands on an embedding of before: the general one serves', async () => {
    const id = await storing('older');
    expect(await models(id)).toEqual([{ version: 0, isActive: false, trained: null }]);
    expect((await suggestionFor(id, 'Hotel')).modelVersion).not.toMatch(/^own/);
  });

  it('uses another model at once, is told, and is undone the same way', async () => {
    const id = await storing(globalEmbedding().version);
    await hear(room.database, [eventsOf(id).spent('Quibblex', '1000')]);
    expect((await models(id)).map(({ version, isActive }) => [version, isActive])).toEqual([
      [1, true],
      [0, false],
    ]);
    const back = await within(id, (at) => chooseModel(0, at));
    expect(back).toMatchObject([
      { version: 1, isActive: false, trained: { exampleCount: 200, accuracy: 0.9 } },
      { version: 0, isActive: true },
    ]);
    const suggested = await within(id, ({ em }) =>
      em.execute<{ by: string }[]>('select model_version as by from category_suggestion'),
    );
    expect(suggested).toEqual([{ by: expect.not.stringMatching(/^own/) }]);
    await within(id, (at) => chooseModel(0, at));
    expect(await changes(id)).toEqual([{ reason: 'CHOSEN', version: 0 }]);
    expect((await suggestionFor(id, 'Hotel')).modelVersion).not.toMatch(/^own/);
    expect(await within(id, (at) => chooseModel(7, at))).toMatchObject({
      code: 'MODEL_NOT_FOUND',
    });
  });
});
