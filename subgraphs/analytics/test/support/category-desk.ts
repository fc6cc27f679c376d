import type { Bus, Delivery } from '@finflow/shared/bus/bus';
import { openBus } from '@finflow/shared/bus/open-bus';
import type { FinflowEvent } from '@finflow/shared/events/envelope';
import { newId } from '@finflow/shared/ids';
import { newViewerKeys, readVerifyKey } from '@finflow/shared/signed-viewer';
import { askingOf } from '@finflow/shared/testing/ask';
import { eventually } from '@finflow/shared/testing/eventually';
import { createTestDatabase, type TestDatabase } from '@finflow/shared/testing/postgres';
import { newUser } from '@finflow/shared/testing/viewers';
import type { Role } from '@finflow/shared/viewer';
import { expect } from '@jest/globals';
import { type AnalyticsApp, startAnalyticsApp } from '../../src/app.ts';
import { openDatabase } from '../../src/database.ts';
import { rebuild } from '../../src/rebuild/rebuild.ts';
import { clock, eventsOf } from './events.ts';

/** Analytics as a whole on a log of its own, and an organization that pays for things and says what for. */
export function categoryDesk() {
  const keys = newViewerKeys();
  let databases: TestDatabase[];
  let bus: Bus;
  let app: AnalyticsApp;
  const told: FinflowEvent<'transaction_categorized'>[] = [];
  const thresholds: number[] = [];

  async function open() {
    databases = await Promise.all([createTestDatabase('categories'), createTestDatabase('events')]);
    const [own, events] = databases;
    if (!own || !events) throw new Error('Two names give two databases');
    bus = await openBus({ kind: 'pg-log', url: events.ownerUrl });
    app = await startApp(own);
    await bus.follow({
      topics: ['transaction_categorized', 'category_threshold_changed'],
      handle: async (batch) => {
        told.push(...batch.flatMap(categorizedBy));
        thresholds.push(...batch.flatMap((delivery) => thresholdOf(delivery) ?? []));
      },
    });
  }
  async function close(): Promise<void> {
    await app.close();
    await bus.close();
    await Promise.all(databases.map((database) => database.close()));
  }

  /** Ends analytics, makes its read model anew from the log, and starts it again. */
  async function restart(): Promise<void> {
    const [own] = databases;
    if (!own) throw new Error('There is no database');
    await app.close();
    const database = await openDatabase(own.appUrl);
    await rebuild({ ownerUrl: own.ownerUrl, database, bus, clock });
    await database.close(true);
    app = await startApp(own);
  }

  const startApp = (own: TestDatabase) =>
    startAnalyticsApp(
      {
        databaseUrl: own.appUrl,
        databaseOwnerUrl: own.ownerUrl,
        gatewayVerifyKeys: [readVerifyKey(keys.verifyKey)],
      },
      { bus, clock },
    );

  const categorizedBy = (delivery: Delivery) =>
    delivery.kind === 'event' && delivery.event.type === 'finflow.transaction_categorized.v1'
      ? [delivery.event]
      : [];

  const thresholdOf = (delivery: Delivery) =>
    delivery.kind === 'event' &&
    delivery.event.type === 'finflow.category_threshold_changed.v1' &&
    delivery.event.organizationid === organizationId
      ? delivery.event.data.threshold
      : null;

  let organizationId: string;
  let write: ReturnType<typeof eventsOf>;
  async function begin(): Promise<void> {
    organizationId = newId();
    thresholds.length = 0;
    write = eventsOf(organizationId);
    await bus.publish([write.created()]);
  }

  const userId = newId();
  const viewer = (role: Role, inside = organizationId) =>
    newUser({ userId, organizationId: inside, role });

  const ask = (query: string, variables = {}, by = viewer('ACCOUNTANT')) =>
    askingOf(app.subgraph, keys.signingKey)(by, query, variables);

  const fields = `id text amount { decimal } date needsReview isReversed confidence categorizedBy
    category { code } suggestion { category { code } confidence modelVersion
      alternatives { category { code } } reasons { kind text count } }`;

  async function list(filter: object = {}) {
    const query = `query ($filter: TransactionFilter) { transactions(filter: $filter) {
      totalCount edges { node { ${fields} } } } }`;
    const { data, errors } = await ask(query, { filter });
    expect(errors).toEqual([]);
    return data.transactions.edges.map(({ node }: { node: unknown }) => node);
  }

  const one = async (id: string) =>
    (await ask(`query ($id: ID!) { transaction(id: $id) { ${fields} } }`, { id })).data.transaction;

  async function correct(transactionId: string, category: string, by = viewer('ACCOUNTANT')) {
    const mutation = `mutation ($input: CorrectCategoryInput!) { correctCategory(input: $input) {
      __typename ... on TransactionCategorized { transaction { ${fields} } }
      ... on InvalidInput { code field } ... on NotFound { code field } ... on Conflict { code field } } }`;
    const { data, errors } = await ask(mutation, { input: { transactionId, category } }, by);
    return errors.length > 0 ? { errors } : data.correctCategory;
  }

  async function accept(decisions: readonly object[]) {
    const mutation = `mutation ($input: AcceptCategoriesInput!) { acceptCategories(input: $input) {
      ... on CategoriesAccepted { transactions { id category { code } } }
      ... on InvalidInput { code field } ... on NotFound { code field } ... on Conflict { code field } } }`;
    return (await ask(mutation, { input: { decisions } })).data.acceptCategories;
  }

  async function setThreshold(threshold: number) {
    const mutation = `mutation ($input: SetCategoryThresholdInput!) {
      setCategoryThreshold(input: $input) { ... on InvalidInput { code field }
        ... on CategoryThresholdSet { settings { threshold waitingCount } } } }`;
    return (await ask(mutation, { input: { threshold } })).data.setCategoryThreshold;
  }

  /** Publishes expenses, and waits until each was looked at. */
  async function spend(...texts: readonly string[]): Promise<string[]> {
    const events = texts.map((text) => write.spent(text, '4990'));
    await bus.publish(events);
    const ids = events.map(({ data }) => data.entryId);
    await eventually(async () => {
      for (const id of ids) {
        const found = await one(id);
        expect(found?.suggestion ?? found?.category).toBeTruthy();
      }
    });
    return ids;
  }

  const eventsAbout = (id: string) => told.filter(({ data }) => data.transactionId === id);

  return {
    open,
    close,
    /** Another organization: what is asked from now on is asked in it. */
    begin,
    restart,
    write: () => write,
    publish: (...events: FinflowEvent[]) => bus.publish(events),
    viewer,
    ask,
    list,
    one,
    correct,
    accept,
    setThreshold,
    spend,
    /** All that was told of decisions, and what of one transaction. */
    told,
    eventsAbout,
    /** All that was told of the organization's threshold. */
    thresholds,
  };
}
