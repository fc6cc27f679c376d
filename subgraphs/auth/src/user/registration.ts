import { isRefusal, refuse, type Refusal } from '@finflow/shared/refusal';
import { readsAsWritten } from '@finflow/shared/visible-text';
import { readOrganizationName } from '../organization/organization-draft.ts';
import { readPlace, type Place, type PlaceInput } from '../organization/organization-place.ts';
import { judgePassword } from '../password/password-policy.ts';
import { normaliseEmail } from './email-address.ts';
import { readUserName } from './user-name.ts';

type Named = {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly organizationName: string;
  readonly baseCurrency: string;
};

export type RegistrationInput = Named & PlaceInput;
export type Registration = Named & Place;

/**
 * A registration as it will be stored.
 * @returns it, or INVALID_EMAIL, INVALID_NAME, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_TOO_EASY, or what readPlace refuses
 */
export function readRegistration(input: RegistrationInput): Registration | Refusal<'InvalidInput'> {
  const email = normaliseEmail(input.email);
  if (email === null || !readsAsWritten(email)) {
    return refuse('InvalidInput', 'INVALID_EMAIL', 'Enter a valid e-mail address.', 'email');
  }
  const weak = judgePassword(input.password, email);
  if (weak) return weak;
  const person = readUserName(input.name);
  if (isRefusal(person)) return person;
  const organization = readOrganizationName(input.organizationName, 'organizationName');
  if (isRefusal(organization)) return organization;
  const place = readPlace(input);
  if (isRefusal(place)) return place;
  return { ...input, ...place, email, name: person.name, organizationName: organization.name };
}
