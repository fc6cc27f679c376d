import { isCountry } from '@finflow/shared/countries';
import { refuse, type Refusal } from '@finflow/shared/refusal';
import { isTimeZone, utc } from '@finflow/shared/time-zone';

/** Where an organization is: which days are holidays there, and what its clocks show. */
export type Place = {
  /** ISO 3166-1 alpha-2; null where nobody has said. */
  readonly country: string | null;
  /** Of the IANA database. */
  readonly timeZone: string;
};

/** As a caller says it; a country may be taken back by null, a time zone can't. */
export type PlaceInput = {
  readonly country?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
};

const unsaid: Place = { country: null, timeZone: utc };

/**
 * A place as it will be stored; what isn't in the input is as in `before`.
 * @returns it, or UNKNOWN_COUNTRY, UNKNOWN_TIME_ZONE
 */
export function readPlace(
  input: PlaceInput,
  before: Place = unsaid,
): Place | Refusal<'InvalidInput'> {
  const country = input.country === undefined ? before.country : input.country;
  const timeZone = input.timeZone ?? before.timeZone;
  if (country !== null && !isCountry(country)) return unknownCountry();
  return isTimeZone(timeZone) ? { country, timeZone } : unknownTimeZone();
}

const unknownCountry = () =>
  refuse(
    'InvalidInput',
    'UNKNOWN_COUNTRY',
    'Choose a country by its two letters in ISO 3166, such as DE.',
    'country',
  );

const unknownTimeZone = () =>
  refuse(
    'InvalidInput',
    'UNKNOWN_TIME_ZONE',
    'Choose a time zone by its IANA name, such as Europe/Berlin.',
    'timeZone',
  );
