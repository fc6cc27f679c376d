import { describe, expect, it } from '@jest/globals';
import { newEvent } from '@finflow/shared/events/envelope';
import type { EventData } from '@finflow/shared/events/__generated__/event-data';
import { newId } from '@finflow/shared/ids';
import { observe } from '../../src/anomaly/observe.ts';
import { clock } from '../support/events.ts';

type Method = EventData['payment_completed']['method'];

const completed = (method?: Method) =>
  newEvent(
    'payment_completed',
    {
      source: '/payments',
      subject: newId(),
      organizationId: newId(),
      data: {
        paymentId: newId(),
        invoiceId: newId(),
        amountMinor: '100',
        feeMinor: '3',
        currency: 'EUR',
        provider: 'STRIPE',
        completedOn: '2026-07-15',
        ...(method && { method }),
      },
    },
    clock,
  );

describe('the hour of a payment', () => {
  it.each<[Method, boolean]>([
    ['CARD', true],
    ['BANK_DEBIT', false],
    [undefined, true], // Older events don't say, and were of cards nearly all.
  ])('paid by %s tells of a habit: %s', (method, hasHour) => {
    expect(observe(completed(method))).toMatchObject({ source: 'RECEIPT', hasHour });
  });
});
