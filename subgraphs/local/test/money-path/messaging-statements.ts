import type { Row, Statements, Store } from './memory-database.ts';

/** Rows of a jsonb parameter. */
export const rowsOf = (value: unknown): Row[] => JSON.parse(String(value));

const inLane = (store: Store, organizationId: unknown) =>
  store.all('lane_event').filter((row) => row['organizationId'] === organizationId);

/** Outbox, inbox, parked events and lanes: the same in every room. */
export const messagingStatements: Statements = [
  ["select set_config('lock_timeout'", () => []],
  [
    'insert into outbox',
    (store, [rows]) => {
      for (const row of rowsOf(rows)) store.put('outbox', String(row['id']), row);
      return [];
    },
  ],
  [
    'insert into inbox',
    (store, [, rows]) => {
      const fresh = rowsOf(rows).filter(({ id }) => !store.find('inbox', String(id)));
      for (const row of fresh) store.put('inbox', String(row['id']), row);
      return fresh.map(({ id }) => ({ event_id: id }));
    },
  ],
  [
    'select distinct topic, key from parked_event',
    (store, [, keys]) => {
      const asked: unknown[] = JSON.parse(String(keys));
      return store.all('parked_event').filter(({ key }) => asked.includes(key));
    },
  ],
  ['select 1 as waiting from lane_event', (store, [, lane]) => inLane(store, lane).slice(0, 1)],
  [
    'insert into lane_event',
    (store, [, organizationId, rows]) =>
      rowsOf(rows).filter(({ id, event }) => {
        if (store.find('inbox', String(id)) || store.find('lane_event', String(id))) return false;
        store.put('lane_event', String(id), { id, organizationId, event });
        return true;
      }),
  ],
  [
    'select event from lane_event',
    (store, [, lane, limit]) => inLane(store, lane).slice(0, Number(limit)),
  ],
  [
    'delete from lane_event',
    (store, [, ids]) => {
      for (const id of String(ids).slice(1, -1).split(',')) store.remove('lane_event', id);
      return [];
    },
  ],
  [
    'insert into parked_event',
    (store, [, topic, key, id, , event]) => {
      if (!store.find('parked_event', String(id))) {
        store.put('parked_event', String(id), { id, topic, key, event: JSON.parse(String(event)) });
      }
      return [];
    },
  ],
];
