import type { Clock } from '@finflow/shared/clock';
import { newId } from '@finflow/shared/ids';
import { isRefusal } from '@finflow/shared/refusal';
import type { Database } from '../database.ts';
import { hashPassword } from '../password/argon2id.ts';
import { openUser } from '../user/open-user.ts';
import { readRegistration, type RegistrationInput } from '../user/registration.ts';
import { User } from '../user/user.entity.ts';
import { Membership } from './membership.entity.ts';
import { openOrganization } from './open-organization.ts';
import { Organization } from './organization.entity.ts';

export type DemoUser = {
  readonly userId: string;
  /** Null when the sample company was removed. */
  readonly organizationId: string | null;
  /** True when this call made it. */
  readonly isNew: boolean;
};

/**
 * Makes the sample company and its owner, or finds them: safe to call at every start. A sample company that was removed
 * isn't made again. By the owner's connection, because the application can't open a sample company.
 * @throws RangeError when a person could not have registered like this
 */
export async function createDemoUser(
  input: RegistrationInput,
  { owner, clock }: { readonly owner: Database; readonly clock: Clock },
): Promise<DemoUser> {
  const registration = readRegistration(input);
  if (isRefusal(registration)) throw new RangeError(registration.message);
  const { email, name, password, organizationName, baseCurrency, country, timeZone } = registration;
  const passwordHash = await hashPassword(password);
  return owner.em.fork().transactional(async (tx) => {
    await tx.execute('select pg_advisory_xact_lock(hashtext(?))', [`demo user ${email}`]);
    const user = await tx.findOne(User, { email });
    if (user) return { userId: user.id, organizationId: await demoOf(tx, user.id), isNew: false };
    const [userId, id] = [newId(), newId()];
    await openUser(tx, { id: userId, email, name, passwordHash }, clock);
    await openOrganization(
      tx,
      {
        id,
        name: organizationName,
        baseCurrency,
        country,
        timeZone,
        isDemo: true,
        createdBy: userId,
      },
      clock,
    );
    return { userId, organizationId: id, isNew: true };
  });
}

async function demoOf(tx: Database['em'], userId: string): Promise<string | null> {
  const memberships = await tx.find(Membership, { userId });
  const ids = memberships.map(({ organizationId }) => organizationId);
  const demo = await tx.findOne(Organization, { id: ids, isDemo: true });
  return demo?.id ?? null;
}
