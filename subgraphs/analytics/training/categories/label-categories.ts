import type { CategoryCode } from '../../src/categories/taxonomy.ts';

type Rule = readonly [pattern: RegExp, category: CategoryCode];

/**
 * What the names of other bodies' ledger accounts, and the card categories, are called in our taxonomy. The first rule that fits
 * counts. Accounts that only a public body has (care homes, housing grants, track and signalling) fit none and teach nothing.
 */
const rules: readonly Rule[] = [
  [
    /climate change levy|^electric(ity)?$|^gas$|water (serv|&)|^utilities$|sewerage|clim change electric/,
    'UTILITIES',
  ],
  [/telephon|^phon|mobiles?\b|^telecoms?$/, 'TELECOMS'],
  [/vehicle|fuel|car park|road fleet|hire of vehicle|motorcycle/, 'VEHICLES'],
  [/^agency (staff|payments)|temporary staff|contingent labour|seconded staff/, 'SALARIES'],
  [/recruit|staff advert/, 'PROFESSIONAL_FEES'],
  [
    /advert|marketing|promotion|publicity|photograph|pr and social|artwork|fascia|event(s| management| services)/,
    'MARKETING',
  ],
  [
    /print|photocopying|stationery|office consum|office_print|general office|general_retail|publications/,
    'OFFICE_SUPPLIES',
  ],
  [/postage|postal|courier|postage_shipping|logistics/, 'SHIPPING'],
  [
    /software|data hosting|^it consult|manage it|\bict\b|i t provision|information technology|computing other|licences 1 yr/,
    'SOFTWARE',
  ],
  [/computer|equip|furniture|fittings|^plant and tools|catering equip/, 'EQUIPMENT'],
  [/fees subs|subsistence|^visits/, 'TRAVEL'],
  [
    /training|^books?|conference|education|learning res|library mat|examination|audio-visual/,
    'TRAINING',
  ],
  [/hotel|travel|lodging|business fares|taxi|coach hire|private hire|passgr|^pts /, 'TRAVEL'],
  [
    /hospitality|refreshment|catere?r?(ing|s)|purchases food|^meals$|food|^groceries$|fresh & other|leisure|vending/,
    'MEALS',
  ],
  [
    /^legal|professional (fees|services)|prof (fees|services)|consult|^other fees|professional_services|audit/,
    'PROFESSIONAL_FEES',
  ],
  [/clean|hygiene|refuse|waste|recycl|toilet/, 'CLEANING'],
  [/repair|maint|electrical serv|heating|fire|security|spares|lifts|bldg rm/, 'REPAIRS'],
  [
    /\brents?\b|accomm? ?odation hire|accomm rent|property rent|room hire|hire of accom|storage/,
    'RENT',
  ],
  [/insur/, 'INSURANCE'],
  [/bank|credit card serv|cash collection/, 'BANK_FEES'],
  [/excise|government_taxes|licences? ?&|^licences|regulatory|performing rights/, 'TAXES'],
  [/subscription|memberships|periodicals|papers/, 'MEMBERSHIPS'],
  [/grant|voluntary|vol org/, 'DONATIONS'],
  [/occ health|staff welfare|^health$|childcare vouch|child care vouch/, 'PAYROLL_TAXES'],
  [/sub-?contract|^contractors$|ext contractors|other contractors|artistes/, 'SUBCONTRACTORS'],
  [
    /material|resale|resaleable|saleable|stock|building_hardware|horticult|construction works/,
    'GOODS',
  ],
];

/** The category of ours that an account's or a card category's name means; null where it means none. */
export function categoryOfLabel(label: string): CategoryCode | null {
  const name = label.toLowerCase();
  return rules.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
