import { expect, it } from '@jest/globals';
import {
  createViewerVerifier,
  newViewerKeys,
  readSigningKey,
  readVerifyKey,
  signViewer,
} from '../src/signed-viewer.ts';
import { anonymous } from '../src/viewer.ts';

const keys = newViewerKeys();
const verifyKey = readVerifyKey(keys.verifyKey);
const sign = () => signViewer(anonymous, readSigningKey(keys.signingKey));

it('knows a token again', async () => {
  const verify = createViewerVerifier(verifyKey);
  const token = await sign();
  const viewer = await verify(token);
  expect(viewer).toEqual(anonymous);
  expect(await verify(token)).toBe(viewer); // The same object: it was not read a second time.
});

it('does not take a known token for longer than it lives', async () => {
  let nowMs = Date.now();
  const verify = createViewerVerifier(verifyKey, () => nowMs);
  const token = await sign();
  expect(await verify(token)).toEqual(anonymous);
  nowMs += 66_000; // A minute, and the tolerance for clocks that differ.
  expect(await verify(token)).toBeNull();
});

it('takes nothing that is forged, altered or no token', async () => {
  const verify = createViewerVerifier(verifyKey);
  const token = await sign();
  const forged = await signViewer(anonymous, readSigningKey(newViewerKeys().signingKey));
  expect(await verify(token)).not.toBeNull();
  for (const other of [forged, `${token}x`, token.slice(0, -2), 'nonsense', '']) {
    expect(await verify(other)).toBeNull();
  }
});
