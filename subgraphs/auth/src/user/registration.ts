import { isRefusal, refuse, type Refusal } from '@finflow/shared/refusal';
import { readOrganizationName } from '../organization/organization-draft.ts';
import { judgePassword } from '../password/password-policy.ts';
import { normaliseEmail } from './email-address.ts';
import { readUserName } from './user-name.ts';

export type Registration = {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly organizationName: string;
  readonly baseCurrency: string;
};

/**
 * A registration as it will be stored.
 * @returns it, or INVALID_EMAIL, INVALID_NAME, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_TOO_EASY
 */
export function readRegistration(input: Registration): Registration | Refusal<'InvalidInput'> {
  const email = normaliseEmail(input.email);
  if (email === null) {
    return refuse('InvalidInput', 'INVALID_EMAIL', 'Enter a valid e-mail address.', 'email');
  }
  const weak = judgePassword(input.password, email);
  if (weak) return weak;
  const person = readUserName(input.name);
  if (isRefusal(person)) return person;
  const organization = readOrganizationName(input.organizationName, 'organizationName');
  if (isRefusal(organization)) return organization;
  return { ...input, email, name: person.name, organizationName: organization.name };
}
