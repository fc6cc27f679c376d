import { noSuch } from '../api/api-error.ts';
import { LIST_PARAMETERS, listPage } from '../api/list.ts';
import { allowOnly, mergeMetadata, text, texts } from '../api/params.ts';
import { type Call, ok, type Route } from '../api/route.ts';
import type { Charge } from '../objects.ts';
import { emit, type World } from '../world.ts';

/** A charge. Throws 404 when there is none. */
export function findCharge(world: World, id: string, param = 'id'): Charge {
  const charge = world.store.get('charges', id);
  if (charge === undefined) throw noSuch('charge', id, param);
  return charge;
}

function retrieve({ world, id, params }: Call) {
  const charge = findCharge(world, id);
  const wantsRefunds = texts(params, 'expand')?.some((path) => path.split('.')[0] === 'refunds');
  return ok(wantsRefunds ? withRefunds(world, charge) : charge);
}

/** The newest ten refunds: Stripe adds them when the request expands `refunds`. */
function withRefunds(world: World, charge: Charge): Charge {
  const refunds = world.store.all('refunds').filter((refund) => refund.charge === charge.id);
  return { ...charge, refunds: listPage(refunds, {}, `/v1/charges/${charge.id}/refunds`) };
}

function update({ world, id, params }: Call) {
  allowOnly(params, ['metadata', 'description', 'receipt_email', 'customer', 'transfer_group']);
  const before = findCharge(world, id);
  const charge = {
    ...before,
    metadata: mergeMetadata(before.metadata, params),
    description: text(params, 'description') ?? before.description,
    receipt_email: text(params, 'receipt_email') ?? before.receipt_email,
  };
  world.store.put('charges', charge);
  emit(world, 'charge.updated', charge, before);
  return ok(charge);
}

function list({ world, params }: Call) {
  allowOnly(params, [...LIST_PARAMETERS, 'customer', 'payment_intent', 'transfer_group']);
  const customer = text(params, 'customer');
  const intent = text(params, 'payment_intent');
  const rows = world.store
    .all('charges')
    .filter((charge) => customer === undefined || charge.customer === customer)
    .filter((charge) => intent === undefined || charge.payment_intent === intent);
  return ok(listPage(rows, params, '/v1/charges'));
}

export const chargeRoutes: readonly Route[] = [
  { method: 'GET', path: '/v1/charges', handle: list },
  { method: 'GET', path: '/v1/charges/:id', handle: retrieve },
  { method: 'POST', path: '/v1/charges/:id', handle: update },
];
