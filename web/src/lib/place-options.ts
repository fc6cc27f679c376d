import { countryCodes } from '@finflow/shared/countries';
import { locale } from '@finflow/shared/locale';

type Option = { readonly value: string; readonly label: string };

/** All countries for a choice, by name: "Germany". */
export function countryOptions(): Option[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return countryCodes
    .map((code) => ({ value: code, label: names.of(code) ?? code }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
}

/**
 * The time zones that this browser knows, UTC first: "Europe/Berlin".
 * @param chosen is offered in any case: others may call a zone by another of its names; empty for none
 */
export function timeZoneOptions(chosen: string): Option[] {
  const names = new Set([
    'UTC',
    ...Intl.supportedValuesOf('timeZone'),
    ...(chosen ? [chosen] : []),
  ]);
  return [...names].map((name) => ({ value: name, label: name.replaceAll('_', ' ') }));
}

/** Where this browser is, as far as it says: the zone of its clock, and the country with that zone; empty where it doesn't tell. */
export function browserPlace(): { country: string; timeZone: string } {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return { country: countryOf(timeZone), timeZone };
}

/** The country whose clocks show this zone; empty where the browser can't tell. */
export const countryOf = (timeZone: string): string =>
  countryCodes.find((code) => zonesOf(code).includes(timeZone)) ?? '';

/** Not all browsers know the zones of a country. */
interface LocaleWithZones extends Intl.Locale {
  getTimeZones?(): string[] | undefined;
}

function zonesOf(country: string): readonly string[] {
  const region: LocaleWithZones = new Intl.Locale(`und-${country}`);
  return region.getTimeZones?.() ?? [];
}
