import { expect, it } from '@jest/globals';
import {
  createViewerVerifier,
  newViewerKeys,
  readSigningKey,
  readVerifyKey,
  signViewer,
  verifyKeys,
} from '../src/signed-viewer.ts';
import { anonymous } from '../src/viewer.ts';

const keys = newViewerKeys();
const keysToVerify = [readVerifyKey(keys.verifyKey)];
const sign = () => signViewer(anonymous, readSigningKey(keys.signingKey));

it('knows a token again', async () => {
  const verify = createViewerVerifier(keysToVerify);
  const token = await sign();
  const viewer = await verify(token);
  expect(viewer).toEqual(anonymous);
  expect(await verify(token)).toBe(viewer); // The same object: it was not read a second time.
});

it('does not take a known token for longer than it lives', async () => {
  let nowMs = Date.now();
  const verify = createViewerVerifier(keysToVerify, () => nowMs);
  const token = await sign();
  expect(await verify(token)).toEqual(anonymous);
  nowMs += 66_000; // A minute, and the tolerance for clocks that differ.
  expect(await verify(token)).toBeNull();
});

it('takes nothing that is forged, altered or no token', async () => {
  const verify = createViewerVerifier(keysToVerify);
  const token = await sign();
  const forged = await signViewer(anonymous, readSigningKey(newViewerKeys().signingKey));
  expect(await verify(token)).not.toBeNull();
  for (const other of [forged, `${token}x`, token.slice(0, -2), 'nonsense', '']) {
    expect(await verify(other)).toBeNull();
  }
});

it('refuses no request while a pair of keys takes the place of another', async () => {
  const [former, coming] = [newViewerKeys(), newViewerKeys()];
  const verifier = (text: string) => createViewerVerifier(verifyKeys.parse(text) ?? []);
  const bySubgraph = {
    before: verifier(former.verifyKey),
    meanwhile: verifier(`${former.verifyKey}, ${coming.verifyKey}`),
    after: verifier(coming.verifyKey),
  };
  const isTaken = async (by: keyof typeof bySubgraph, { signingKey }: typeof former) =>
    (await bySubgraph[by](await signViewer(anonymous, readSigningKey(signingKey)))) !== null;
  // Subgraphs learn the coming key one after the other, then gateways change theirs, then subgraphs forget the former.
  expect([await isTaken('before', former), await isTaken('meanwhile', former)]).toEqual([
    true,
    true,
  ]);
  expect([await isTaken('meanwhile', coming), await isTaken('after', coming)]).toEqual([
    true,
    true,
  ]);
  expect([await isTaken('before', coming), await isTaken('after', former)]).toEqual([false, false]);
});

it('takes no list of keys of which one is none', () => {
  expect(verifyKeys.parse(`${keys.verifyKey},nonsense`)).toBeUndefined();
  expect(verifyKeys.parse(`${keys.verifyKey},`)).toBeUndefined();
  expect(verifyKeys.parse(keys.signingKey)).toBeUndefined();
});
