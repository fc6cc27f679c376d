import { describe, expect, it } from '@jest/globals';
import Stripe from 'stripe';
import { readStripeNotice } from '../src/providers/stripe-notice.ts';

const stripe = new Stripe('sk_test_none');
const secret = 'whsec_right';
const now = new Date('2026-03-01T10:00:00.000Z');
const paymentId = '0190f0a0-0000-7000-8000-000000000000';

const payload = JSON.stringify({
  id: 'evt_1',
  object: 'event',
  type: 'payment_intent.succeeded',
  data: { object: { object: 'payment_intent', id: 'pi_1', metadata: { paymentId } } },
});

const signed = ({ secondsAgo = 0, by = secret } = {}) =>
  stripe.webhooks.generateTestHeaderString({
    payload,
    secret: by,
    timestamp: now.getTime() / 1000 - secondsAgo,
  });

const read = (signature: string | undefined, body = payload) =>
  readStripeNotice(stripe, { rawBody: Buffer.from(body), signature, secret, now });

describe('a notice of Stripe', () => {
  it('names event and payment when its signature is right, for five minutes', () => {
    const notice = { eventId: 'evt_1', type: 'payment_intent.succeeded', intentId: 'pi_1' };
    expect(read(signed())).toEqual({ ...notice, paymentId });
    expect(read(signed({ secondsAgo: 300 }))).toEqual({ ...notice, paymentId });
  });

  it('is nobody’s when it is played again later', () => {
    expect(read(signed({ secondsAgo: 301 }))).toBeNull();
  });

  it.each([
    ['nothing', undefined],
    ['no signature', ''],
    ['another secret', signed({ by: 'whsec_wrong' })],
    ['a signature without its time', signed().replace(/t=\d+/, '')],
    [
      'a later time than was signed',
      signed({ secondsAgo: 400 }).replace(/t=\d+/, `t=${now.getTime() / 1000}`),
    ],
    ['a scheme that is not checked', signed().replace('v1=', 'v0=')],
  ])('is nobody’s when it comes with %s', (_what, signature) => {
    expect(read(signature)).toBeNull();
  });

  it('is nobody’s when a byte of it was changed', () => {
    expect(read(signed(), payload.replace('pi_1', 'pi_2'))).toBeNull();
  });
});
