import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { NotYet } from '@finflow/shared/bus/not-yet';
import { newEvent } from '@finflow/shared/events/envelope';
import { newId } from '@finflow/shared/ids';
import { issueInvoice } from './support/builders.ts';
import { openTestRoom, type TestRoom } from './support/test-room.ts';

let test: TestRoom;
beforeAll(async () => {
  test = await openTestRoom();
});
afterAll(() => test.close());

const renamed = (organizationId: string, name: string) =>
  newEvent(
    'organization_updated',
    { source: '/auth', subject: organizationId, organizationId, data: { organizationId, name } },
    test.clock,
  );

it('shows payers the new name of the company, and every other company its own', async () => {
  const [ours, other] = [await issueInvoice(test), await issueInvoice(test)];
  await test.hear(renamed(ours.organizationId, 'Lovelace Engines'));
  const nameFor = async ({ payer }: typeof ours) =>
    (await test.ask(payer, '{ payPage { organizationName } }')).data.payPage.organizationName;
  expect(await nameFor(ours)).toBe('Lovelace Engines');
  expect(await nameFor(other)).toBe('Ada & Co');
});

it('waits for an organization that it has not heard of', async () => {
  await expect(test.hear(renamed(newId(), 'Too early'))).rejects.toThrow(NotYet);
});
