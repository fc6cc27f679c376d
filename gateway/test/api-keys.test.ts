import { describe, expect, it } from '@jest/globals';
import { hashApiKey } from '@finflow/shared/api-key';
import { jsonResponse, type HttpRequest } from '@finflow/shared/http/route';
import { newId } from '@finflow/shared/ids';
import { until } from '@finflow/shared/testing/until';
import { createApiKeys } from '../src/viewer/api-keys.ts';
import { apiKeyText, issueApiKey } from './world/api-keys.ts';
import { createBooks } from './world/books.ts';
import { apiKeyRevoked } from './world/events.ts';
import { connect } from './world/socket.ts';
import { ask, codesOf, startWorld } from './world/world.ts';

const nobody = {
  at: new Date(),
  organizationId: null,
  userId: null,
  apiKeyId: null,
  sessionId: null,
};

/** Verified keys over an auth that answers from the books, and counts how often it was asked. */
function verifier() {
  const books = createBooks();
  const seen = { nowMs: 1_000_000, asked: 0, down: false, gate: Promise.resolve() };
  const auth = {
    forward: async ({ body }: HttpRequest) => {
      seen.asked += 1;
      const known = books.apiKeys.get(JSON.parse(body.toString()).hash);
      await seen.gate;
      if (seen.down) return jsonResponse(500, {});
      return known ? jsonResponse(200, known) : jsonResponse(404, {});
    },
  };
  const signer = async () => 'signature';
  return { books, seen, keys: createApiKeys({ auth, signer, nowMs: () => seen.nowMs }) };
}

describe('an API key at the gateway', () => {
  it('is asked of auth once in half a minute, by its hash', async () => {
    const { books, seen, keys } = verifier();
    const text = issueApiKey(books, { scopes: ['ledger:read'] });
    const callers = await Promise.all([keys.verify(text), keys.verify(text)]);
    seen.nowMs += 29_999;
    callers.push(await keys.verify(text));
    expect(seen.asked).toBe(1);
    expect(callers[0]).toMatchObject({ viewer: { kind: 'partner', scopes: ['ledger:read'] } });
    expect(new Set(callers).size).toBe(1);
    // A stream of it ends after an hour at most, also if nobody hears of the key's end.
    expect(callers[0]?.expiresAt).toEqual(new Date(1_000_000 + 60 * 60_000));
    books.apiKeys.clear();
    seen.nowMs += 1;
    expect(await keys.verify(text)).toBeNull();
    expect(seen.asked).toBe(2);
  });

  it('that nobody issued is remembered too, apart from the good ones', async () => {
    const { seen, keys } = verifier();
    const text = apiKeyText();
    expect(await keys.verify(text)).toBeNull();
    expect(await keys.verify(text)).toBeNull();
    expect(seen.asked).toBe(1);
    expect(await keys.verify('ffk_short')).toBeNull();
    expect(seen.asked).toBe(1);
  });

  it('is forgotten when it is revoked, or its organization is deleted, and no other', async () => {
    const { books, seen, keys } = verifier();
    const apiKeyId = newId();
    const [one, two] = [issueApiKey(books, { apiKeyId }), issueApiKey(books)];
    await Promise.all([keys.verify(one), keys.verify(two)]);
    keys.forget({ ...nobody, organizationId: books.organizationId, apiKeyId });
    books.apiKeys.delete(hashApiKey(one));
    expect(await keys.verify(one)).toBeNull();
    expect(await keys.verify(two)).not.toBeNull();
    expect(seen.asked).toBe(3);
    keys.forget({ ...nobody, organizationId: books.organizationId, userId: newId() });
    await keys.verify(two);
    expect(seen.asked).toBe(3);
    keys.forget({ ...nobody, organizationId: books.organizationId });
    await keys.verify(two);
    expect(seen.asked).toBe(4);
  });

  it('that is revoked while auth is being asked is asked about once more', async () => {
    const { books, seen, keys } = verifier();
    const apiKeyId = newId();
    const text = issueApiKey(books, { apiKeyId });
    let open = () => undefined as void;
    seen.gate = new Promise((resolve) => {
      open = resolve;
    });
    const asked = keys.verify(text);
    await until(() => seen.asked === 1);
    books.apiKeys.clear();
    keys.forget({ ...nobody, apiKeyId });
    open();
    expect(await asked).toBeNull();
    expect(seen.asked).toBe(2);
    await keys.verify(text);
    expect(seen.asked).toBe(2);
  });

  it('that ended is remembered as bad, though it was good before', async () => {
    const { books, seen, keys } = verifier();
    const text = issueApiKey(books);
    await keys.verify(text);
    books.apiKeys.clear();
    seen.nowMs += 30_000;
    expect(await keys.verify(text)).toBeNull();
    expect(await keys.verify(text)).toBeNull();
    expect(seen.asked).toBe(2);
  });

  it('ends at its last instant, also while it is remembered', async () => {
    const { books, seen, keys } = verifier();
    const text = issueApiKey(books, { expiresAt: new Date(seen.nowMs + 1_000).toISOString() });
    expect((await keys.verify(text))?.expiresAt).toEqual(new Date(seen.nowMs + 1_000));
    seen.nowMs += 1_000;
    expect(await keys.verify(text)).toBeNull();
    expect(seen.asked).toBe(1);
  });

  it('can’t be judged while auth is down, which is no answer about the key', async () => {
    const { books, seen, keys } = verifier();
    const text = issueApiKey(books);
    seen.down = true;
    await expect(keys.verify(text)).rejects.toThrow('could not judge');
    seen.down = false;
    expect(await keys.verify(text)).not.toBeNull();
  });
});

describe.each(['in-process', 'http'] as const)('a program with a key, %s', (transport) => {
  it('reads as far as its scopes reach, and is out when the key is revoked', async () => {
    const world = await startWorld({ transport });
    const { organizationId, paymentId } = world.books;
    const apiKeyId = newId();
    const authorization = world.apiKey({ apiKeyId, scopes: ['payments:read'] });
    const query = `{ payment(id: "${paymentId}") { status invoice { total } } }`;
    const answer = await ask(world, query, { authorization });
    expect(answer.body.data).toEqual({ payment: null });
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
    const readable = await ask(world, `{ payment(id: "${paymentId}") { status } }`, {
      authorization,
    });
    expect(readable.body.data).toEqual({ payment: { status: 'PENDING' } });
    world.books.apiKeys.clear();
    await world.bus.publish([apiKeyRevoked(organizationId, apiKeyId)]);
    const refused = await ask(world, query, { authorization });
    expect(refused.status).toBe(401);
    expect(codesOf(refused)).toEqual(['UNAUTHENTICATED']);
    await world.close();
  });
});

describe('a program that listens', () => {
  it('hears of its organization until its key is revoked, which closes its socket', async () => {
    const world = await startWorld();
    const { organizationId } = world.books;
    const apiKeyId = newId();
    const client = connect(world, world.apiKey({ apiKeyId, scopes: ['payments:read'] }));
    const closed = new Promise<unknown>((resolve) => client.on('closed', resolve));
    await client.listen('subscription { paymentChanged { status } }');
    world.books.apiKeys.clear();
    await world.bus.publish([apiKeyRevoked(organizationId, apiKeyId)]);
    expect(await closed).toMatchObject({ code: 4403, reason: 'Rights changed' });
    await world.close();
  });
});
