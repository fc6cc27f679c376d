import type { Bus } from '../../src/bus/bus.ts';
import {
  type ConsumerOptions,
  type RunningConsumer,
  startConsumers,
} from '../../src/bus/consumer.ts';
import type { Handler } from '../../src/bus/handlers.ts';
import type { FinflowEvent } from '../../src/events/envelope.ts';
import { Effect, type ProbeRoom } from './probe-room.ts';

export type PaymentCreated = FinflowEvent<'payment_created'>;

/** A row for each event, so that effects can be counted. */
export const leaveEffect: Handler<'payment_created'> = async (event, { em }) => {
  em.create(Effect, {
    eventId: event.id,
    organizationId: event.organizationid ?? '',
    key: event.subject,
    value: event.data.amountMinor,
  });
};

/** A handler that refuses some events as long as `refusal` gives an error for them. */
export const unless =
  (refusal: (event: PaymentCreated) => Error | undefined): Handler<'payment_created'> =>
  async (event, handlerRoom) => {
    const error = refusal(event);
    if (error) throw error;
    await leaveEffect(event, handlerRoom);
  };

type Probe = {
  readonly bus: Bus;
  readonly room: ProbeRoom;
  readonly handler: Handler<'payment_created'>;
  /** Default: the room's. */
  readonly orm?: ConsumerOptions['orm'];
};

/** Starts a consumer of the probe room; who starts it closes it. */
export const startProbe = ({
  bus,
  room,
  handler,
  orm = room.orm,
}: Probe): Promise<RunningConsumer> =>
  startConsumers({
    name: 'probe',
    bus,
    orm,
    ownerUrl: room.ownerUrl,
    handlers: { payment_created: handler },
  });
