import { isId, newId } from '@finflow/shared/ids';
import { refuse, type Refusal } from '@finflow/shared/refusal';
import { optionalText, requiredText } from '../clean-text.ts';
import { orRefuse } from '../guard-refusal.ts';
import { inTransaction, type Room } from '../room.ts';
import { Customer } from './customer.entity.ts';

export type CustomerInput = {
  readonly name: string;
  readonly email?: string | null;
  readonly address?: string | null;
};

/** Refuses REQUIRED, TEXT_TOO_LONG, BAD_TEXT, BAD_EMAIL. */
export const createCustomer = (input: CustomerInput, room: Room): Promise<Customer | Refusal> =>
  inTransaction(room, async (em) => {
    const customer = em.create(Customer, {
      id: newId(),
      organizationId: room.organizationId,
      ...cleanCustomer(input),
      reference: null,
      createdAt: room.clock.now(),
    });
    await em.flush();
    return customer;
  });

/** Refuses as createCustomer, and CUSTOMER_NOT_FOUND. Invoices and entries know the customer by id and don't change. */
export const updateCustomer = (
  id: string,
  input: CustomerInput,
  room: Room,
): Promise<Customer | Refusal> =>
  inTransaction(room, async (em) => {
    const customer = isId(id) ? await em.findOne(Customer, { id }) : null;
    if (!customer) return orRefuse<Customer>(customerNotFound('id'));
    Object.assign(customer, cleanCustomer(input));
    await em.flush();
    return customer;
  });

export const customerNotFound = (field: string) =>
  refuse('NotFound', 'CUSTOMER_NOT_FOUND', 'There is no such customer.', field);

function cleanCustomer({ name, email, address }: CustomerInput) {
  return {
    name: orRefuse(requiredText(name, { field: 'input.name', maxLength: 200, name: 'The name' })),
    email: orRefuse(cleanEmail(email)),
    address: orRefuse(
      optionalText(address, { field: 'input.address', maxLength: 1000, name: 'The address' }),
    ),
  };
}

function cleanEmail(email: string | null | undefined) {
  const limits = { field: 'input.email', maxLength: 254, name: 'The email address' };
  const value = optionalText(email, limits);
  return typeof value === 'string' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
    ? refuse('InvalidInput', 'BAD_EMAIL', 'This is no email address.', 'input.email')
    : value;
}
