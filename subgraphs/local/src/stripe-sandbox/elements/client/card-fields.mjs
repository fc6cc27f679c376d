// Formatting and checking of what is typed. Pure: text in, text or complaint out.

const BRANDS = [
  ['Visa', /^4/],
  ['Mastercard', /^(5[1-5]|2[2-7])/],
  ['American Express', /^3[47]/],
  ['Discover', /^6(011|4|5)/],
  ['Diners Club', /^3(0|6|8)/],
  ['JCB', /^35/],
  ['UnionPay', /^62/],
];

export const digitsOf = (text) => text.replaceAll(/\D/g, '');

export const brandOf = (number) =>
  BRANDS.find(([, pattern]) => pattern.test(digitsOf(number)))?.[0] ?? '';

const isAmex = (number) => brandOf(number) === 'American Express';

/** "4242 4242 4242 4242", for American Express "3782 822463 10005". */
export function formatNumber(text) {
  const digits = digitsOf(text).slice(0, 19);
  if (!isAmex(digits)) return digits.replaceAll(/(\d{4})(?=\d)/g, '$1 ');
  return [digits.slice(0, 4), digits.slice(4, 10), digits.slice(10, 15)].filter(Boolean).join(' ');
}

/** "12 / 34". A first digit above 1 can only be a month of one digit. */
export function formatExpiry(text) {
  const typed = digitsOf(text);
  const digits = (/^[2-9]/.test(typed) ? `0${typed}` : typed).slice(0, 4);
  return digits.length < 3 ? digits : `${digits.slice(0, 2)} / ${digits.slice(2)}`;
}

export const formatCvc = (text) => digitsOf(text).slice(0, 4);

export const formatIban = (text) =>
  text
    .replaceAll(/[^a-z0-9]/gi, '')
    .toUpperCase()
    .slice(0, 34)
    .replaceAll(/(.{4})(?=.)/g, '$1 ');

/** Each: the complaint about a value, or an empty string. */
export const complaints = {
  number: (text) => {
    const digits = digitsOf(text);
    const wanted = isAmex(digits) ? 15 : brandOf(digits) === 'Diners Club' ? 14 : 16;
    if (digits.length < wanted) return 'Your card number is incomplete.';
    return hasValidCheckDigit(digits) ? '' : 'Your card number is invalid.';
  },
  expiry: (text, now = new Date()) => {
    const { month, year } = expiryOf(text);
    if (digitsOf(text).length < 4) return 'Your card’s expiration date is incomplete.';
    if (month < 1 || month > 12) return 'Your card’s expiration month is invalid.';
    const monthsLeft = (year - now.getFullYear()) * 12 + (month - 1 - now.getMonth());
    return monthsLeft < 0 ? 'Your card’s expiration date is in the past.' : '';
  },
  cvc: (text, number) => {
    const wanted = isAmex(number) ? 4 : 3;
    return digitsOf(text).length < wanted ? 'Your card’s security code is incomplete.' : '';
  },
  holder: (text) => (text.trim().length < 2 ? 'Enter the name of the account’s holder.' : ''),
  iban: (text) => (text.replaceAll(/\s/g, '').length < 15 ? 'Your IBAN is incomplete.' : ''),
  routing: (text) => (digitsOf(text).length < 9 ? 'Your routing number is incomplete.' : ''),
  account: (text) => (digitsOf(text).length < 4 ? 'Your account number is incomplete.' : ''),
};

export function expiryOf(text) {
  const digits = digitsOf(text);
  return { month: Number(digits.slice(0, 2)), year: 2000 + Number(digits.slice(2, 4)) };
}

function hasValidCheckDigit(digits) {
  const sum = Array.from(digits)
    .toReversed()
    .map((digit, index) => Number(digit) * (index % 2 === 1 ? 2 : 1))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return sum % 10 === 0;
}
