import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { payerOf } from '@finflow/shared/testing/viewers';
import { createStreamTickets } from '../../src/streams/stream-tickets.ts';
import type { Caller } from '../../src/viewer/read-viewer.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const caller: Caller = {
  viewer: payerOf('01890000-0000-7000-8000-000000000001'),
  expiresAt: new Date('2026-11-22T12:00:00.123Z'),
};

const noRightsEnded = { hasEnded: () => false };

describe('tickets of streams', () => {
  it('give back the caller, once', async () => {
    const tickets = createStreamTickets({ own: privateKey, others: [] }, Date.now, noRightsEnded);
    const { ticket } = await tickets.issue(caller);
    expect(await tickets.redeem(ticket)).toEqual(caller);
    expect(await tickets.redeem(ticket)).toBeNull();
    const { ticket: endless } = await tickets.issue({ ...caller, expiresAt: null });
    expect(await tickets.redeem(endless)).toMatchObject({ expiresAt: null });
  });

  it('are good at every gateway that has the key or takes it, and at no other', async () => {
    const other = generateKeyPairSync('ed25519').privateKey;
    const at = (own: KeyObject, others: readonly KeyObject[] = []) =>
      createStreamTickets({ own, others }, Date.now, noRightsEnded);
    const { ticket } = await at(privateKey).issue(caller);
    expect(await at(other).redeem(ticket)).toBeNull();
    expect(await at(privateKey).redeem(ticket)).toEqual(caller);
    expect(await at(other, [privateKey]).redeem(ticket)).toEqual(caller);
  });

  it('live half a minute', async () => {
    let nowMs = Date.parse('2026-11-22T10:00:00Z');
    const tickets = createStreamTickets(
      { own: privateKey, others: [] },
      () => nowMs,
      noRightsEnded,
    );
    const { ticket, expiresInSeconds } = await tickets.issue(caller);
    const { ticket: late } = await tickets.issue(caller);
    nowMs += (expiresInSeconds - 1) * 1000;
    expect(await tickets.redeem(ticket)).toEqual(caller);
    nowMs += 2_000;
    expect(await tickets.redeem(late)).toBeNull();
  });

  it('are not good any more when the rights of who got one have ended', async () => {
    let hasEnded = false;
    const tickets = createStreamTickets({ own: privateKey, others: [] }, Date.now, {
      hasEnded: () => hasEnded,
    });
    const { ticket } = await tickets.issue(caller);
    hasEnded = true;
    expect(await tickets.redeem(ticket)).toBeNull();
  });

  it('tell nothing about anybody, and nothing else is one', async () => {
    const tickets = createStreamTickets({ own: privateKey, others: [] }, Date.now, noRightsEnded);
    const { ticket } = await tickets.issue(caller);
    const readable = ticket.split('.').map((part) => Buffer.from(part, 'base64url').toString());
    expect(readable.join()).not.toContain('01890000');
    for (const forged of ['', 'a.b.c', `${ticket}x`, ticket.replace(/\.[^.]*$/, '.AAAA')]) {
      expect(await tickets.redeem(forged)).toBeNull();
    }
  });
});
