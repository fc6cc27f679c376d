import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { JSONWebKeySet } from 'jose';
import type { Clock } from '@finflow/shared/clock';
import type { Database, EntityManager } from '../database.ts';
import { activeKey, isRotationDue, publishAheadMs, publishedKeys } from './key-schedule.ts';
import { newSigningKey } from './new-signing-key.ts';
import { openSealedKey } from './sealed-key.ts';
import { SigningKey } from './signing-key.entity.ts';

export type SigningKeys = {
  /** The key that signs at this instant. */
  current(at: Date): Promise<{ readonly kid: string; readonly privateKey: KeyObject }>;
  /** The public keys, as GET /.well-known/jwks.json serves them. */
  published(): Promise<JSONWebKeySet>;
  /** Makes the next key: published now, signing a quarter of an hour later. Does nothing while one is waiting. */
  rotate(): Promise<void>;
  /** Makes the first key, rotates by age, forgets keys whose last token is dead. Safe to call at any time, by all. */
  maintain(): Promise<void>;
};

export type SigningKeysOptions = {
  /** The owner's connection: the application's role may not write keys. */
  readonly owner: Database;
  readonly secret: string;
  readonly clock: Clock;
};

/** How long the keys are remembered. Shorter than publishAheadMs, so that no instance misses a new one. */
const rememberMs = 60_000;
const rotationLock = 'signing_key';

/** Signing keys in the database, shared by every instance of the subgraph. */
export function createSigningKeys({ owner, secret, clock }: SigningKeysOptions): SigningKeys {
  let remembered: { readonly at: number; readonly keys: Promise<SigningKey[]> } | undefined;
  const opened = new Map<string, KeyObject>();

  const load = (): Promise<SigningKey[]> => {
    const now = +clock.now();
    if (!remembered || Math.abs(now - remembered.at) >= rememberMs) {
      const keys = owner.em.fork().findAll(SigningKey);
      remembered = { at: now, keys };
      keys.catch(() => (remembered = undefined)); // Whoever awaits it sees the fault; the next one asks again.
    }
    return remembered.keys;
  };
  const locked = async (work: (keys: SigningKey[], tx: EntityManager) => void): Promise<void> => {
    await owner.em.fork().transactional(async (tx) => {
      await tx.execute('select pg_advisory_xact_lock(hashtext(?))', [rotationLock]);
      work(await tx.findAll(SigningKey), tx);
    });
    remembered = undefined;
  };
  const addNext = (keys: readonly SigningKey[], tx: EntityManager): void => {
    const now = clock.now();
    if (keys.some(({ activeFrom }) => activeFrom > now)) return;
    const activeFrom = keys.length === 0 ? now : new Date(+now + publishAheadMs);
    tx.create(SigningKey, newSigningKey({ createdAt: now, activeFrom, secret }));
  };

  return {
    current: async (at) => {
      const key = activeKey(await load(), at);
      if (!key) throw new Error('There is no active signing key.');
      const privateKey = opened.get(key.id) ?? open(key, secret);
      opened.set(key.id, privateKey);
      return { kid: key.id, privateKey };
    },
    published: async () => ({
      keys: publishedKeys(await load(), clock.now()).map(({ publicKey }) => publicKey),
    }),
    rotate: () => locked(addNext),
    maintain: () =>
      locked((keys, tx) => {
        const now = clock.now();
        if (isRotationDue(keys, now)) addNext(keys, tx);
        const kept = publishedKeys(keys, now);
        for (const key of keys) if (!kept.includes(key)) tx.remove(key);
      }),
  };
}

const open = ({ id, sealedPrivateKey }: SigningKey, secret: string): KeyObject =>
  createPrivateKey({
    key: openSealedKey(sealedPrivateKey, id, secret),
    format: 'der',
    type: 'pkcs8',
  });
