import { currencyCodes } from '@finflow/shared/currencies';
import { locale } from '@finflow/shared/locale';

const common = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CAD', 'AUD', 'JPY', 'INR'];

/** All currencies for a choice, the usual ones first: "EUR · Euro". */
export function currencyOptions(): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  const others = currencyCodes.filter((code) => !common.includes(code));
  return [...common, ...others].map((code) => ({
    value: code,
    label: `${code} · ${names.of(code) ?? code}`,
  }));
}
