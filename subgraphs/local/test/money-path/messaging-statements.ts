import type { Row, Statements } from './memory-database.ts';

/** Rows of a jsonb parameter. */
export const rowsOf = (value: unknown): Row[] => JSON.parse(String(value));

/** Outbox, inbox and parked events: the same in every room. */
export const messagingStatements: Statements = [
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
  ['select 1 as waiting from lane_event', () => []],
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
