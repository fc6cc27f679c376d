import type { Character, DemoCustomer, PaymentByHand } from './demo-plan.ts';

/** A customer with the habits that the plan is made from. */
export type CastMember = DemoCustomer & {
  /** How many of a hundred ordinary months bring an order. */
  readonly ordersPercent: number;
  /** Days from invoice to due date. */
  readonly termDays: number;
  /** From the day of issue (PROMPT, DEPOSIT) or the due date (all others) to the payment, at least and at most. */
  readonly payDays: readonly [number, number];
  readonly method: PaymentByHand['method'];
  readonly buys: 'furniture' | 'fittings' | 'repairs';
  readonly discountPercent: string;
  readonly taxPercent: string;
  /** The months of the plan, from 0, in which the customer is one. */
  readonly activeFrom: number;
  readonly activeTo: number;
  /** Months of the year, 1 to 12; without it all. */
  readonly onlyMonths?: readonly number[];
};

type Sketch = Pick<CastMember, 'name' | 'address' | 'character' | 'ordersPercent' | 'buys'> &
  Partial<CastMember>;

const habits: Record<Character, Pick<CastMember, 'termDays' | 'payDays'>> = {
  PROMPT: { termDays: 14, payDays: [1, 7] },
  PUNCTUAL: { termDays: 30, payDays: [-4, 1] },
  LATE: { termDays: 30, payDays: [9, 38] },
  SEASONAL: { termDays: 21, payDays: [-3, 6] },
  CHURNED: { termDays: 30, payDays: [2, 15] },
  DEPOSIT: { termDays: 30, payDays: [1, 4] },
  NEW: { termDays: 14, payDays: [-2, 3] },
};

/** Domains of RFC 2606: a mail to them reaches nobody. */
const cast: readonly Sketch[] = [
  {
    name: 'Café Morgenrot',
    address: 'Lindenallee 12\n04109 Leipzig',
    character: 'PROMPT',
    ordersPercent: 60,
    buys: 'furniture',
  },
  {
    name: 'Ilse Brandt',
    address: 'Am Mühlgraben 3\n99423 Weimar',
    character: 'PROMPT',
    ordersPercent: 30,
    buys: 'repairs',
    method: 'CARD',
  },
  {
    name: 'Praxis Dr. Okafor',
    address: 'Schillerstraße 40\n07745 Jena',
    character: 'PUNCTUAL',
    ordersPercent: 45,
    buys: 'fittings',
  },
  {
    name: 'Nordlicht Architekten',
    address: 'Hafenstraße 8\n20457 Hamburg',
    character: 'PUNCTUAL',
    ordersPercent: 80,
    buys: 'fittings',
    discountPercent: '5',
  },
  {
    name: 'Stadtbibliothek Ahrensfeld',
    address: 'Marktplatz 1\n99510 Apolda',
    character: 'PUNCTUAL',
    ordersPercent: 40,
    buys: 'furniture',
  },
  {
    name: 'Hotel Zur Alten Post',
    address: 'Poststraße 22\n01067 Dresden',
    character: 'LATE',
    ordersPercent: 65,
    buys: 'furniture',
    discountPercent: '5',
  },
  {
    name: 'Gebrüder Wolff Messebau',
    address: 'Industriering 77\n04356 Leipzig',
    character: 'LATE',
    ordersPercent: 75,
    buys: 'fittings',
    discountPercent: '10',
  },
  {
    name: 'Weihnachtsmarkt Erfurt e. V.',
    address: 'Domplatz 5\n99084 Erfurt',
    character: 'SEASONAL',
    ordersPercent: 95,
    buys: 'fittings',
    onlyMonths: [9, 10, 11],
  },
  {
    name: 'Gartenhof Saale',
    address: 'Uferweg 16\n06108 Halle',
    character: 'SEASONAL',
    ordersPercent: 90,
    buys: 'furniture',
    onlyMonths: [3, 4, 5],
  },
  {
    name: 'Kontor Lehmann',
    address: 'Brühl 33\n04109 Leipzig',
    character: 'CHURNED',
    ordersPercent: 70,
    buys: 'fittings',
    activeTo: 13,
  },
  {
    name: 'Familie Sørensen',
    address: 'Kirkevej 9\n8000 Aarhus\nDenmark',
    character: 'DEPOSIT',
    ordersPercent: 25,
    buys: 'furniture',
  },
  {
    name: 'Weingut am Steinberg',
    address: 'Steinbergweg 2\n06632 Freyburg',
    character: 'DEPOSIT',
    ordersPercent: 35,
    buys: 'furniture',
  },
  {
    name: 'Studio Takeda GmbH',
    address: 'Torstraße 101\n10119 Berlin',
    character: 'NEW',
    ordersPercent: 85,
    buys: 'fittings',
    activeFrom: 15,
  },
  {
    name: 'Kita Regenbogen',
    address: 'Feldstraße 18\n07743 Jena',
    character: 'NEW',
    ordersPercent: 60,
    buys: 'repairs',
    activeFrom: 18,
    method: 'CARD',
  },
  {
    name: 'Møbelhuset Aalborg ApS',
    address: 'Vesterbro 60\n9000 Aalborg\nDenmark',
    character: 'PUNCTUAL',
    ordersPercent: 45,
    buys: 'furniture',
    taxPercent: '0',
  },
  {
    name: 'Theater am Ring',
    address: 'Ringstraße 4\n99084 Erfurt',
    character: 'LATE',
    ordersPercent: 35,
    buys: 'repairs',
    method: 'CASH',
  },
];

/** The company's customers, always the same ones. */
export const demoCast: readonly CastMember[] = cast.map((sketch, index) => {
  const key = `customer-${String(index + 1).padStart(2, '0')}`;
  return {
    key,
    email: `accounts@${key}.example`,
    method: 'BANK_TRANSFER',
    discountPercent: '0',
    taxPercent: '19',
    activeFrom: 0,
    activeTo: Number.POSITIVE_INFINITY,
    ...habits[sketch.character],
    ...sketch,
  };
});
