import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Place } from '@finflow/shared/bus/place';
import { newId } from '@finflow/shared/ids';
import { newViewerKeys, readSigningKey } from '@finflow/shared/signed-viewer';
import { createFeedIds } from '../src/subscriptions/feed-ids.ts';

const atMs = 1_790_000_000_000;
const newKey = () => readSigningKey(newViewerKeys().signingKey);
const key = { own: newKey(), others: [] };
const ids = createFeedIds(key, () => atMs);
const scope = { organizationId: newId(), field: 'ledgerEntryPosted' };

const place = fc.dictionary(
  fc.constantFrom('payment_created', 'invoice_paid', '*'),
  fc.array(fc.bigInt(0n, 1n << 130n), { minLength: 1, maxLength: 8 }),
);
const seal = (sealed: Place): string => ids.seal(scope, sealed, Object.keys(sealed));
const someId = () => seal({ '*': [7n] });

it('gives back the place that was sealed, and when, at every gateway with the key', () => {
  const elsewhere = createFeedIds(key, () => 0);
  const property = fc.property(place, (sealed) => {
    const id = seal(sealed);
    expect(id).toMatch(/^[\w-]+$/);
    expect(elsewhere.open(scope, id, sealed)).toEqual({ place: { ...sealed }, atMs });
  });
  fc.assert(property);
});

it('is made once for all who are told a place, of what moves their feed', () => {
  let nowMs = atMs;
  const counting = createFeedIds(key, () => (nowMs += 1_000));
  const both = { payment_created: [1n], invoice_paid: [2n] };
  const id = counting.seal(scope, both, ['invoice_paid']);
  expect(counting.seal({ ...scope }, both, ['invoice_paid'])).toBe(id);
  expect(counting.seal(scope, { ...both }, ['invoice_paid'])).not.toBe(id);
  expect(counting.seal({ ...scope, field: null }, both, ['invoice_paid'])).not.toBe(id);
  expect(ids.open(scope, id, { invoice_paid: [0n] })?.place).toEqual({ invoice_paid: [2n] });
  nowMs += 60_000;
  expect(counting.seal(scope, both, ['invoice_paid'])).not.toBe(id);
});

it('is good for its organization and feed alone', () => {
  const like = { '*': [0n] };
  const id = someId();
  expect(ids.open(scope, id, like)).not.toBeNull();
  expect(ids.open({ ...scope, organizationId: newId() }, id, like)).toBeNull();
  expect(ids.open({ ...scope, field: 'anomalyDetected' }, id, like)).toBeNull();
  expect(ids.open({ ...scope, field: null }, id, like)).toBeNull();
});

it('is no id of another key, of other series, changed, or of the form of old', () => {
  const like = { '*': [0n] };
  const id = someId();
  const others = createFeedIds({ own: newKey(), others: [] }, () => atMs);
  expect(others.open(scope, id, like)).toBeNull();
  expect(ids.open(scope, id, { ledger_entry_posted: [0n] })).toBeNull();
  for (let index = 0; index < id.length - 1; index += 1) {
    const changed = id.slice(0, index) + (id[index] === 'A' ? 'B' : 'A') + id.slice(index + 1);
    expect(ids.open(scope, changed, like)).toBeNull();
  }
  for (const text of ['Zm9vYmFy.12', 'another process.7', '', 'A'.repeat(21), '???']) {
    expect(ids.open(scope, text, like)).toBeNull();
  }
});

it('is good after the key was changed, for as long as the former one is taken, and before at those who take the next', () => {
  const next = newKey();
  const after = createFeedIds({ own: next, others: [key.own] }, () => atMs);
  const before = createFeedIds({ own: key.own, others: [newKey(), next] }, () => atMs);
  const like = { '*': [0n] };
  expect(after.open(scope, someId(), like)?.place).toEqual({ '*': [7n] });
  const sealedAfter = after.seal(scope, { '*': [8n] }, ['*']);
  expect(before.open(scope, sealedAfter, like)?.place).toEqual({ '*': [8n] });
  expect(ids.open(scope, sealedAfter, like)).toBeNull();
});

it('is good after strands were added, and where they are not known yet: it says of how many it tells', () => {
  const id = seal({ invoice_paid: [3n, 4n], payment_created: [5n] });
  const place = { invoice_paid: [3n, 4n], payment_created: [5n] };
  for (const strands of [[0n, 0n, 9n, 9n], [0n]]) {
    const like = { invoice_paid: strands, payment_created: [0n, 0n] };
    expect(ids.open(scope, id, like)?.place).toEqual(place);
  }
});

it('says nothing of how much happens', () => {
  const [one, next] = [seal({ '*': [7n] }), seal({ '*': [8n] })];
  expect(one.slice(0, 8)).not.toBe(next.slice(0, 8));
  expect(Buffer.from(one, 'base64url').subarray(-1)).not.toEqual(Buffer.from([7]));
});

it('is short: 64 partitions with a million messages each fit into 300 characters', () => {
  expect(seal({ invoice_paid: Array(64).fill(1_000_000n) }).length).toBeLessThan(300);
});
