import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { fixedClock } from '../src/clock.ts';
import { newEvent, topicOf, traceIdOf } from '../src/events/envelope.ts';
import { topics } from '../src/events/topics.ts';
import { checkEvent, InvalidEvent, parseEvent } from '../src/events/validate.ts';
import { withLogContext } from '../src/log.ts';
import { samplePaymentCreated } from '../src/testing/sample-event.ts';

const schemas = `${import.meta.dirname}/../src/events/schemas`;

describe('an event', () => {
  it('is a CloudEvent that names its topic, room, aggregate and organization', () => {
    const userId = '0190a1b2-0000-7000-8000-000000000001';
    const event = newEvent(
      'user_created',
      { source: '/auth', subject: userId, organizationId: null, data: { userId } },
      fixedClock('2026-01-02T03:04:05Z'),
    );
    expect(checkEvent(event)).toMatchObject({
      specversion: '1.0',
      type: 'finflow.user_created.v1',
      source: '/auth',
      subject: userId,
      time: '2026-01-02T03:04:05.000Z',
      datacontenttype: 'application/json',
    });
    expect(event).not.toHaveProperty('organizationid');
    expect(topicOf(event)).toBe('user_created');
  });

  it('carries request and trace of the work that made it', () => {
    const traceId = 'a'.repeat(32);
    const event = withLogContext({ requestId: 'request-1', traceId }, () => samplePaymentCreated());
    expect(event.requestid).toBe('request-1');
    expect(traceIdOf(event)).toBe(traceId);
  });

  it.each<[string, { data?: object; [attribute: string]: unknown }, RegExp]>([
    ['an amount that is no integer', { data: { amountMinor: '10.5' } }, /amountMinor/],
    ['an amount as a number', { data: { amountMinor: 10 } }, /amountMinor/],
    ['a field that the schema does not know', { data: { cardNumber: '4242' } }, /additional/],
    ['a missing field', { data: { currency: undefined } }, /currency/],
    ['a type without a schema', { type: 'finflow.payment_created.v9' }, /No schema/],
    ['a bare envelope', { subject: undefined }, /subject/],
    ['an organization that is no id', { organizationid: 'acme' }, /organizationid/],
  ])('is refused for %s', (_case, change, problem) => {
    const event = samplePaymentCreated();
    const broken = { ...event, ...change, data: { ...event.data, ...change.data } };
    const act = () => checkEvent(JSON.parse(JSON.stringify(broken)));
    expect(act).toThrow(InvalidEvent);
    expect(act).toThrow(problem);
  });

  it('of an organization says where it is, or as in old days nothing of it', () => {
    const organizationId = '0190a1b2-0000-7000-8000-000000000001';
    const about = { source: '/auth', subject: organizationId, organizationId } as const;
    const updated = (place: object) => {
      const data = { organizationId, name: 'Example Ltd', ...place };
      return newEvent('organization_updated', { ...about, data }, fixedClock('2026-01-02'));
    };
    for (const place of [{}, { country: null }, { country: 'DE', timeZone: 'Europe/Berlin' }]) {
      expect(checkEvent(updated(place)).data).toMatchObject(place);
    }
    expect(() => checkEvent(updated({ timeZone: '+01:00' }))).toThrow(/timeZone/);
    expect(() => checkEvent(updated({ country: 'Germany' }))).toThrow(/country/);
  });

  it('is refused on the topic of another, and when it is no JSON', () => {
    const text = JSON.stringify(samplePaymentCreated());
    expect(() => parseEvent(text, 'payment_failed')).toThrow(InvalidEvent);
    expect(() => parseEvent('{', 'payment_created')).toThrow(InvalidEvent);
    expect(parseEvent(text, 'payment_created').type).toBe('finflow.payment_created.v1');
  });

  it('refuses impossible business dates', () => {
    const paymentId = samplePaymentCreated().subject;
    const data = {
      paymentId,
      invoiceId: paymentId,
      amountMinor: '1',
      feeMinor: '0',
      currency: 'EUR',
      provider: 'STRIPE',
      completedOn: '2026-02-30',
    } as const;
    const event = newEvent(
      'payment_completed',
      { source: '/payments', subject: paymentId, organizationId: paymentId, data },
      fixedClock('2026-01-01'),
    );
    expect(() => checkEvent(event)).toThrow(/completedOn/);
  });
});

describe('the contract', () => {
  it('has one closed schema a topic, and no schema without a topic', () => {
    const files = readdirSync(schemas).filter((name) => !/^(definitions|envelope)\./.test(name));
    expect(files.toSorted()).toEqual(topics.map((topic) => `${topic}.v1.json`).toSorted());
    for (const file of files) {
      const schema: unknown = JSON.parse(readFileSync(`${schemas}/${file}`, 'utf8'));
      expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    }
  });
});
