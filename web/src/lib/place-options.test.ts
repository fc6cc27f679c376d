import { expect, it } from '@jest/globals';
import { browserPlace, countryOf, countryOptions, timeZoneOptions } from './place-options.ts';

it('offers countries by their names', () => {
  const options = countryOptions();
  expect(options).toContainEqual({ value: 'GB', label: 'United Kingdom' });
  expect(options.map(({ label }) => label).indexOf('Åland Islands')).toBeLessThan(10);
  expect(options).toHaveLength(249);
});

it('offers time zones, UTC first, and the one that a company has, whatever others call it', () => {
  const options = timeZoneOptions('Asia/Kolkata');
  expect(options[0]?.value).toBe('UTC');
  expect(options).toContainEqual({ value: 'America/New_York', label: 'America/New York' });
  expect(options.filter(({ value }) => value === 'Asia/Kolkata')).toHaveLength(1);
});

it('says where the browser is by its clock', () => {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  expect(browserPlace()).toEqual({ timeZone, country: countryOf(timeZone) });
});

it('finds the country of a clock, and none where the clock shows UTC', () => {
  const zones = ['Europe/Berlin', 'America/Denver', 'Pacific/Auckland', 'UTC'];
  expect(zones.map(countryOf)).toEqual(['DE', 'US', 'NZ', '']);
});
