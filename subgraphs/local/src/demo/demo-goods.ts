import type { CastMember } from './demo-customers.ts';
import type { DemoLine } from './demo-plan.ts';
import type { Random } from './random.ts';

/** What the workshop sells: net unit price in cents, and how much of it an order takes, in tenths of the unit. */
type Good = {
  readonly description: string;
  readonly priceMinor: bigint;
  readonly tenths: readonly [number, number];
  /** Metres and hours come in tenths, pieces whole. */
  readonly isDivisible?: true;
};

const goods: Record<CastMember['buys'], readonly [Good, ...Good[]]> = {
  furniture: [
    { description: 'Dining table, solid oak, 220 cm', priceMinor: 213_500n, tenths: [10, 10] },
    { description: 'Chair, ash, oiled', priceMinor: 29_500n, tenths: [20, 60] },
    { description: 'Bench, oak, 180 cm', priceMinor: 62_500n, tenths: [10, 20] },
    { description: 'Sideboard, walnut', priceMinor: 170_500n, tenths: [10, 10] },
    { description: 'Bistro table, beech', priceMinor: 38_000n, tenths: [10, 40] },
  ],
  fittings: [
    {
      description: 'Wall panel, birch plywood, per m²',
      priceMinor: 14_000n,
      tenths: [52, 148],
      isDivisible: true,
    },
    {
      description: 'Shelf, made to measure, per m',
      priceMinor: 19_500n,
      tenths: [24, 96],
      isDivisible: true,
    },
    { description: 'Counter, oak and linoleum', priceMinor: 237_500n, tenths: [10, 10] },
    {
      description: 'Fitting on site, per hour',
      priceMinor: 7_500n,
      tenths: [40, 140],
      isDivisible: true,
    },
  ],
  repairs: [
    {
      description: 'Restoration, per hour',
      priceMinor: 8_000n,
      tenths: [35, 120],
      isDivisible: true,
    },
    { description: 'Re-caning a seat', priceMinor: 17_500n, tenths: [10, 30] },
    {
      description: 'Sanding and oiling, per m²',
      priceMinor: 6_000n,
      tenths: [40, 180],
      isDivisible: true,
    },
  ],
};

const delivery: Good = { description: 'Delivery', priceMinor: 10_500n, tenths: [10, 10] };

/** The lines of an order by this customer. Prices went up by 4 % at the start of the second year. */
export function orderLines(customer: CastMember, monthIndex: number, random: Random): DemoLine[] {
  const count = random.between(1, 3);
  const chosen = new Set(Array.from({ length: count }, () => random.pick(goods[customer.buys])));
  if (random.chance(35)) chosen.add(delivery);
  return [...chosen].map((good) => ({
    description: good.description,
    quantity: quantityOf(good, random),
    unitPriceMinor: monthIndex < 12 ? good.priceMinor : (good.priceMinor * 104n) / 100n,
    discountPercent: good === delivery ? '0' : customer.discountPercent,
    taxPercent: customer.taxPercent,
  }));
}

function quantityOf({ tenths: [low, high], isDivisible }: Good, random: Random): string {
  const amount = random.between(low, high);
  const whole = Math.trunc(amount / 10);
  return isDivisible && amount % 10 > 0 ? `${whole}.${amount % 10}` : String(whole);
}
