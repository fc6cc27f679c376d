/**
 * Amounts as Stripe counts them: the smallest unit, which is the unit itself for zero-decimal
 * currencies. Numbers here are Stripe's JSON integers; every calculation is done in bigint.
 */
const CURRENCIES = new Set(
  (
    'usd aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd bwp byn bzd cad cdf ' +
    'chf clp cny cop crc cve czk djf dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gnf gtq gyd hkd hnl htg huf ' +
    'idr ils inr isk jmd jod jpy kes kgs khr kmf krw kwd kyd kzt lak lbp lkr lrd lsl mad mdl mga mkd mmk mnt mop ' +
    'mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar sbd ' +
    'scr sek sgd shp sle sos srd std szl thb tjs tnd top try ttd twd tzs uah ugx uyu uzs vnd vuv wst xaf xcd xof ' +
    'xpf yer zar zmw'
  ).split(' '),
);
const ZERO_DECIMAL = new Set(
  'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '),
);
const THREE_DECIMAL = new Set('bhd jod kwd omr tnd'.split(' '));
/** Without a minor unit in use, yet written with two decimals that must be 00. */
const WHOLE_UNITS_ONLY = new Set(['isk', 'ugx']);

const MINIMUM = new Map(
  Object.entries({
    usd: 50,
    aed: 200,
    aud: 50,
    bgn: 100,
    brl: 50,
    cad: 50,
    chf: 50,
    czk: 1500,
    dkk: 250,
    eur: 50,
    gbp: 30,
    hkd: 400,
    huf: 17500,
    inr: 50,
    jpy: 50,
    mxn: 1000,
    myr: 200,
    nok: 300,
    nzd: 50,
    pln: 200,
    ron: 200,
    sek: 300,
    sgd: 50,
    thb: 1000,
  }),
);
const MAXIMUM = 99_999_999;

export type AmountProblem = { readonly code: string; readonly message: string };

export const isCurrency = (currency: string): boolean => CURRENCIES.has(currency);

export const currencyList = (): string => [...CURRENCIES].join(', ');

function decimalsOf(currency: string): number {
  if (ZERO_DECIMAL.has(currency)) return 0;
  return THREE_DECIMAL.has(currency) ? 3 : 2;
}

/** "$12.50", as it stands in Stripe's messages. */
export function formatAmount(amount: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(amount).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
  const symbol = new Map([
    ['usd', '$'],
    ['eur', '€'],
    ['gbp', '£'],
    ['jpy', '¥'],
  ]).get(currency);
  return symbol === undefined ? `${text} ${currency}` : `${symbol}${text}`;
}

/** Why Stripe would refuse this amount, or null. */
export function amountProblem(amount: number, currency: string): AmountProblem | null {
  if (amount < 1) {
    return {
      code: 'parameter_invalid_integer',
      message: 'This value must be greater than or equal to 1.',
    };
  }
  if (amount > MAXIMUM) {
    const limit = formatAmount(MAXIMUM, currency);
    return { code: 'amount_too_large', message: `Amount must be no more than ${limit}` };
  }
  const minimum = MINIMUM.get(currency) ?? 1;
  if (amount < minimum) {
    const limit = formatAmount(minimum, currency);
    return { code: 'amount_too_small', message: `Amount must be at least ${limit} ${currency}` };
  }
  const step = THREE_DECIMAL.has(currency) ? 10 : WHOLE_UNITS_ONLY.has(currency) ? 100 : 1;
  if (amount % step !== 0) {
    const message = `Invalid amount for ${currency}: must be evenly divisible by ${step}.`;
    return { code: 'parameter_invalid_integer', message };
  }
  return null;
}

/** Card fee: 2.9 % and 30 minor units, rounded half up; three-decimal currencies in steps of ten. */
export function cardFee(amount: number, currency: string): number {
  const step = THREE_DECIMAL.has(currency) ? 10n : 1n;
  const share = (BigInt(amount) * 29n + 500n * step) / (1000n * step);
  return Number(share * step + 30n);
}

/** Bank debit fee: 0.8 %, at most five units of the currency. */
export function debitFee(amount: number, currency: string): number {
  const share = (BigInt(amount) * 8n + 500n) / 1000n;
  const most = 5n * 10n ** BigInt(decimalsOf(currency));
  return Number(share < most ? share : most);
}

/** What a dispute costs: fifteen units of the currency. */
export const disputeFee = (currency: string): number => 15 * 10 ** decimalsOf(currency);
