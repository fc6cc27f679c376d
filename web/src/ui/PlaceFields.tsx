import { useMemo } from 'react';
import { countryOptions, timeZoneOptions } from '../lib/place-options.ts';
import { SearchSelectField } from './SearchSelectField.tsx';

/** A field of a form, as its `useController` gives it. */
type Controlled = {
  readonly field: {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly ref: (input: HTMLInputElement | null) => void;
  };
  readonly fieldState: { readonly error?: { readonly message?: string | undefined } | undefined };
};

type Props = {
  /** ISO 3166-1 alpha-2; empty where nobody has said. */
  readonly country: Controlled;
  readonly timeZone: Controlled;
  readonly readOnly?: boolean;
};

/** Where a company is. */
export function PlaceFields({ country, timeZone, readOnly = false }: Props) {
  const countries = useMemo(() => countryOptions(), []);
  const zones = useMemo(() => timeZoneOptions(timeZone.field.value), [timeZone.field.value]);
  return (
    <>
      <SearchSelectField
        label="Country"
        hint="Forecasts keep its bank holidays."
        options={countries}
        {...toProps(country)}
        placeholder="Type a country"
        openLabel="Show countries"
        readOnly={readOnly}
      />
      <SearchSelectField
        label="Time zone"
        hint="What its clocks show: nine in the morning is an hour of work, three at night is not."
        options={zones}
        {...toProps(timeZone)}
        placeholder="Type a city"
        openLabel="Show time zones"
        readOnly={readOnly}
      />
    </>
  );
}

const toProps = ({ field: { ref, value, onChange }, fieldState }: Controlled) => ({
  inputRef: ref,
  value,
  onChange,
  error: fieldState.error?.message,
});
