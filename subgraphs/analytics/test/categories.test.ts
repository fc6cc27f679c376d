import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { eventually } from '@finflow/shared/testing/eventually';
import { categoryDesk } from './support/category-desk.ts';

const desk = categoryDesk();
const { write, publish, viewer, ask, list, one, correct, accept, setThreshold, spend } = desk;
const { told, eventsAbout, thresholds, restart } = desk;

beforeAll(desk.open);
afterAll(desk.close);
beforeEach(desk.begin);

describe('an expense that nobody has categorized', () => {
  it('waits with a suggestion, three alternatives and what the entry says', async () => {
    const [id = ''] = await spend('Kaufladen 4711');
    const [waiting] = await list({ needsReview: true });
    expect(waiting).toMatchObject({
      id,
      text: 'Kaufladen 4711',
      amount: { decimal: '49.90' },
      needsReview: true,
      category: null,
      categorizedBy: null,
      suggestion: { alternatives: [{}, {}, {}] },
    });
    const { data } = await ask('{ categorySettings { threshold waitingCount } }');
    expect(data.categorySettings).toEqual({ threshold: 0.9, waitingCount: 1 });
  });

  it('waits without a suggestion when its entry says nothing', async () => {
    const { data, ...event } = write().spent('Nothing', '100');
    const { description: _said, ...silent } = data;
    await publish({ ...event, data: silent });
    await eventually(async () => {
      expect(await one(data.entryId)).toMatchObject({ text: '', needsReview: true });
    });
    const [spoken = ''] = await spend('Quark');
    expect(await one(spoken)).toMatchObject({ needsReview: true });
    expect(await one(data.entryId)).toMatchObject({ suggestion: null });
  });

  it('waits no more when its entry is taken back', async () => {
    const expense = write().spent('Mistake', '100');
    await publish(write().takenBack(expense), expense);
    await eventually(async () => {
      expect(await one(expense.data.entryId)).toMatchObject({ isReversed: true });
    });
    expect(await list({ needsReview: true })).toEqual([]);
    expect(await correct(expense.data.entryId, 'RENT')).toMatchObject({
      code: 'TRANSACTION_REVERSED',
    });
  });
});

describe('an answer', () => {
  const confidenceOf = async (id: string): Promise<number> => (await one(id)).suggestion.confidence;
  /** Names that say nothing and begin alike in nothing. */
  const riddles = ['Aqua', 'Brix', 'Coda', 'Dusk', 'Ebbo', 'Flux', 'Gnom', 'Hurz', 'Ixos', 'Jukk'];

  it('says how sure the next suggestion may be, and what was asked is told', async () => {
    const [next = '', ...ids] = await spend('Grand Hotel', ...riddles);
    const before = await confidenceOf(next);
    expect(before).toBeGreaterThan(0.5);
    const asked = await Promise.all(ids.map(one));
    for (const { id, suggestion } of asked) {
      const code = suggestion.category.code === 'RENT' ? 'TRAVEL' : 'RENT';
      await correct(id, code);
    }
    expect(await confidenceOf(next)).toBeLessThan(before);
    await setThreshold(before); // It would have been taken before.
    expect(await one(next)).toMatchObject({ needsReview: true });
    const [first] = asked;
    await eventually(() => {
      expect(eventsAbout(first.id)).toMatchObject([
        {
          data: {
            suggested: {
              category: first.suggestion.category.code,
              probability: expect.any(Number),
              isKnown: false,
            },
          },
        },
      ]);
    });
  });

  it('counts once for texts that are equal and decided at once', async () => {
    const ids = await spend('Aqua', 'Aqua', 'Brix');
    const decisions = ids.map((transactionId) => ({ transactionId, category: 'RENT' }));
    await accept(decisions);
    await eventually(() => expect(ids.flatMap(eventsAbout)).toHaveLength(3));
    const withAnswer = ids.flatMap(eventsAbout).filter(({ data }) => data.suggested);
    expect(withAnswer).toHaveLength(2);
  });

  it('is none where nobody was asked', async () => {
    const [id = ''] = await spend('Twice');
    await correct(id, 'RENT');
    await correct(id, 'TRAVEL');
    await eventually(() => expect(eventsAbout(id)).toHaveLength(2));
    expect(eventsAbout(id).map(({ data }) => data.suggested !== undefined)).toEqual([true, false]);
  });

  it('comes back from the log: what waits is suggested as surely as before', async () => {
    const [next = '', ...ids] = await spend('Quark', ...riddles);
    for (const id of ids) await correct(id, 'RENT');
    const before = await one(next);
    await eventually(() => expect(ids.flatMap(eventsAbout)).toHaveLength(ids.length));
    await restart();
    await eventually(async () => expect(await one(next)).toEqual(before));
  });
});

describe('a correction', () => {
  it('holds, is told, and changes what the same and similar texts are suggested at once', async () => {
    const [first = '', same = '', other = ''] = await spend('Hetzner 10', 'Hetzner 10', 'Quark');
    expect(await correct(first, 'SOFTWARE')).toMatchObject({
      transaction: { category: { code: 'SOFTWARE' }, categorizedBy: 'PERSON', needsReview: false },
    });
    const alike = await one(same);
    expect(alike.category?.code ?? alike.suggestion?.category.code).toBe('SOFTWARE');
    expect((await one(other)).needsReview).toBe(true);
    await eventually(() => {
      expect(eventsAbout(first)).toMatchObject([
        {
          subject: first,
          organizationid: viewer('OWNER').organizationId,
          data: {
            category: 'SOFTWARE',
            accountCode: '6200',
            decidedBy: 'PERSON',
            actorId: viewer('OWNER').userId,
            revision: 1,
            number: 1,
          },
        },
      ]);
    });
  });

  it('is taken without asking for the same text, and says why', async () => {
    const [first = ''] = await spend('Hetzner 10');
    await correct(first, 'SOFTWARE');
    const [next = ''] = await spend('Hetzner 10');
    expect(await one(next)).toMatchObject({
      category: { code: 'SOFTWARE' },
      categorizedBy: 'MODEL',
      needsReview: false,
    });
    await eventually(() => {
      expect(eventsAbout(next)).toMatchObject([{ data: { decidedBy: 'MODEL', number: 2 } }]);
    });
  });

  it('said twice is told once, and another one is a revision', async () => {
    const [id = ''] = await spend('Twice');
    await Promise.all([correct(id, 'RENT'), correct(id, 'RENT'), correct(id, 'RENT')]);
    await correct(id, 'TRAVEL');
    await eventually(() => {
      expect(eventsAbout(id).map(({ data }) => [data.category, data.revision])).toEqual([
        ['RENT', 1],
        ['TRAVEL', 2],
      ]);
    });
    expect(await one(id)).toMatchObject({ category: { code: 'TRAVEL' } });
  });

  it('is refused for what there is not, and for what somebody booked', async () => {
    const [id = ''] = await spend('Riddle');
    const booked = write().spent('Rent of July', '90000', { account: '6000' });
    await publish(booked);
    await eventually(async () => {
      expect(await one(booked.data.entryId)).toMatchObject({ categorizedBy: 'BOOKS' });
    });
    expect(await correct(id, 'NONSENSE')).toEqual({
      __typename: 'InvalidInput',
      code: 'UNKNOWN_CATEGORY',
      field: 'input.category',
    });
    expect(await correct(newId(), 'RENT')).toMatchObject({ code: 'TRANSACTION_NOT_FOUND' });
    expect(await correct("'; drop table", 'RENT')).toMatchObject({ code: 'TRANSACTION_NOT_FOUND' });
    expect(await correct(booked.data.entryId, 'TRAVEL')).toMatchObject({ code: 'CODED_IN_BOOKS' });
    expect(await list({ category: 'RENT' })).toMatchObject([{ id: booked.data.entryId }]);
  });

  it('is not for viewers, and reaches nobody else', async () => {
    const [id = ''] = await spend('Ours');
    const { errors } = await correct(id, 'RENT', viewer('VIEWER'));
    expect(errors[0].extensions.code).toBe('FORBIDDEN');
    const stranger = viewer('OWNER', newId());
    expect(await correct(id, 'RENT', stranger)).toMatchObject({ code: 'TRANSACTION_NOT_FOUND' });
    const query = '{ transactions { totalCount } categorySettings { waitingCount } }';
    expect((await ask(query, {}, stranger)).data).toEqual({
      transactions: { totalCount: 0 },
      categorySettings: { waitingCount: 0 },
    });
  });
});

describe('many at once', () => {
  it('are accepted all or none', async () => {
    const [a = '', b = ''] = await spend('Alpha', 'Omega');
    const decision = (transactionId: string, category: string) => ({ transactionId, category });
    expect(await accept([decision(a, 'RENT'), decision(newId(), 'RENT')])).toEqual({
      code: 'TRANSACTION_NOT_FOUND',
      field: 'input.decisions.1.transactionId',
    });
    expect((await one(a)).category).toBeNull();
    expect(await accept([decision(a, 'RENT'), decision(b, 'TRAVEL')])).toEqual({
      transactions: [
        { id: a, category: { code: 'RENT' } },
        { id: b, category: { code: 'TRAVEL' } },
      ],
    });
    expect(await accept([decision(a, 'RENT'), decision(a, 'TRAVEL')])).toMatchObject({
      code: 'TWICE_IN_LIST',
    });
    expect(await accept([])).toMatchObject({ code: 'TOO_MANY_DECISIONS' });
  });
});

describe('the threshold', () => {
  it('is from a half to one', async () => {
    for (const wrong of [0.4, 1.1]) {
      expect(await setThreshold(wrong)).toEqual({
        code: 'BAD_THRESHOLD',
        field: 'input.threshold',
      });
    }
    expect(await setThreshold(0.95)).toMatchObject({ settings: { threshold: 0.95 } });
  });

  it('lets what waits through when it sinks', async () => {
    await setThreshold(1);
    const [first = '', next = ''] = await spend('Hetzner 10', 'Hetzner 10');
    await correct(first, 'SOFTWARE');
    expect(await one(next)).toMatchObject({ needsReview: true });
    expect(await setThreshold(0.5)).toEqual({ settings: { threshold: 0.5, waitingCount: 0 } });
    expect(await one(next)).toMatchObject({ categorizedBy: 'MODEL', needsReview: false });
  });

  it('is told when it changes, not when it is set to what it is', async () => {
    for (const threshold of [0.95, 0.95, 0.8]) await setThreshold(threshold);
    await eventually(() => expect(thresholds.at(-1)).toBe(0.8));
    expect(thresholds).toEqual([0.95, 0.8]);
  });

  it('is the least confidence that is let through', async () => {
    await setThreshold(1);
    const [first = '', next = ''] = await spend('Hetzner 10', 'Hetzner 10');
    await correct(first, 'SOFTWARE');
    const { confidence } = (await one(next)).suggestion;
    await setThreshold(confidence + 1e-9);
    expect(await one(next)).toMatchObject({ needsReview: true });
    await setThreshold(confidence);
    expect(await one(next)).toMatchObject({ categorizedBy: 'MODEL', confidence });
  });
});

it('comes back from the log as it was, with nothing told again', async () => {
  const [first = '', , other = ''] = await spend('Hetzner 10', 'Hetzner 10', 'Quark');
  await correct(first, 'SOFTWARE');
  await spend('Hetzner 10');
  await correct(first, 'TELECOMS');
  await eventually(() => expect(eventsAbout(first)).toHaveLength(2));
  const before = await list();
  await restart();
  const toldBefore = told.length;
  await eventually(async () => expect(await list()).toEqual(before));
  expect(await one(other)).toMatchObject({ needsReview: true });
  expect(told).toHaveLength(toldBefore);
});

it('tells a partner what a text would be, and stores nothing', async () => {
  const [id = ''] = await spend('Hetzner 10');
  await correct(id, 'SOFTWARE');
  const query = `query ($input: CategorizeTextInput!) { categorizeText(input: $input) {
    ... on InvalidInput { code field }
    ... on TextCategorized { suggestion { category { code name accountCode } reasons { text } } } } }`;
  const input = { text: 'HETZNER 10', amountMinor: '4990', currency: 'EUR' };
  const { data } = await ask(query, { input }, viewer('VIEWER'));
  expect(data.categorizeText.suggestion).toMatchObject({
    category: { code: 'SOFTWARE', accountCode: '6200' },
    reasons: expect.arrayContaining([
      { text: 'You chose it once for the same text, last on 2026-07-15.' },
    ]),
  });
  expect((await ask(query, { input: { ...input, text: ' ' } })).data.categorizeText).toEqual({
    code: 'BAD_TEXT',
    field: 'input.text',
  });
  expect(await list()).toHaveLength(1);
});

it('tells a partner of a name with no known word what all of it looks like, and names no word', async () => {
  const query = `query ($input: CategorizeTextInput!) { categorizeText(input: $input) {
    ... on TextCategorized { suggestion { category { name } reasons { kind text words } } } } }`;
  const input = { text: 'Quibblex Ltd', amountMinor: '990', currency: 'EUR' };
  const { data } = await ask(query, { input }, viewer('VIEWER'));
  const { category, reasons } = data.categorizeText.suggestion;
  const text = `No known word says so. The name as a whole looks like ${category.name}.`;
  expect(reasons).toEqual([{ kind: 'WHOLE_NAME', text, words: [] }]);
});

it('names its categories with what others call them', async () => {
  const { data } = await ask(
    '{ categories { code plaid { detailed } merchantCodes { from to } } }',
  );
  expect(data.categories).toContainEqual({
    code: 'INSURANCE',
    plaid: [{ detailed: 'GENERAL_SERVICES_INSURANCE' }],
    merchantCodes: [
      { from: 5960, to: 5960 },
      { from: 6300, to: 6399 },
    ],
  });
});
