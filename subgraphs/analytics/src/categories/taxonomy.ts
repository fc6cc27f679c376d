/** What money goes out for, in the words of a small business. */
export type Category = {
  /** Stable: events, decisions and models name a category by it. */
  readonly code: CategoryCode;
  readonly name: string;
  /** What belongs here, for a person who hesitates. */
  readonly description: string;
  /** The expense account of the ledger that it is booked on. Each category has one of its own. */
  readonly accountCode: string;
};

/**
 * The default taxonomy. Each category is one expense account of accounting's chart, so that what analytics decides can be
 * booked, and what is booked can be read back. A code never changes its meaning: new categories get new codes.
 */
const table = [
  ['GOODS', 'Goods and materials', '5000', 'What is sold on or built in: stock, raw materials.'],
  [
    'SUBCONTRACTORS',
    'Subcontractors',
    '5100',
    'Other firms and freelancers who work for customers.',
  ],
  [
    'SHIPPING',
    'Shipping and postage',
    '5200',
    'Parcels, couriers, freight, stamps, customs handling.',
  ],
  ['RENT', 'Rent', '6000', 'Premises, storage, parking spaces by the month.'],
  ['UTILITIES', 'Electricity, gas and water', '6010', 'Energy, heating, water, sewage.'],
  [
    'REPAIRS',
    'Repairs and maintenance',
    '6020',
    'Keeping rooms and machines in order, and spare parts.',
  ],
  ['CLEANING', 'Cleaning and waste', '6030', 'Cleaners, laundry, waste collection.'],
  ['SALARIES', 'Salaries', '6100', 'Wages, bonuses, temporary staff.'],
  [
    'PAYROLL_TAXES',
    'Payroll taxes and benefits',
    '6110',
    'Social security, pensions, health plans.',
  ],
  ['TRAINING', 'Training', '6120', 'Courses, books, conferences.'],
  [
    'SOFTWARE',
    'Software and services',
    '6200',
    'Licences, hosting, subscriptions to online services.',
  ],
  ['TELECOMS', 'Telephone and internet', '6210', 'Mobile, landline, broadband.'],
  ['EQUIPMENT', 'Equipment', '6220', 'Computers, tools, machines, furniture.'],
  [
    'OFFICE_SUPPLIES',
    'Office supplies',
    '6230',
    'Paper, toner, coffee for the office, small items.',
  ],
  ['MARKETING', 'Marketing', '6300', 'Advertising, print, fairs, gifts to customers.'],
  ['TRAVEL', 'Travel', '6310', 'Flights, trains, taxis, hotels.'],
  ['MEALS', 'Meals and entertainment', '6320', 'Restaurants, catering, events.'],
  ['VEHICLES', 'Vehicles and fuel', '6330', 'Fuel, tolls, parking, leasing, repairs of vehicles.'],
  ['PROCESSING_FEES', 'Processing fees', '6400', 'What payment providers and marketplaces keep.'],
  ['BANK_FEES', 'Bank fees', '6410', 'Account fees, transfers, overdrafts, exchange.'],
  ['INTEREST', 'Interest', '6420', 'Interest on loans and cards.'],
  ['PROFESSIONAL_FEES', 'Professional fees', '6500', 'Accountants, lawyers, consultants.'],
  ['INSURANCE', 'Insurance', '6510', 'Liability, property, vehicles, business interruption.'],
  ['TAXES', 'Taxes and licences', '6520', 'Business rates, permits, fines, registrations.'],
  ['MEMBERSHIPS', 'Memberships and subscriptions', '6530', 'Chambers, associations, newspapers.'],
  ['DONATIONS', 'Donations', '6540', 'Charities, sponsoring without return.'],
  ['OTHER', 'Other expenses', '6900', 'What fits nowhere else.'],
] as const;

export type CategoryCode = (typeof table)[number][0];

export const categories: readonly Category[] = table.map(
  ([code, name, accountCode, description]) => ({ code, name, accountCode, description }),
);

/** Where an expense waits for its category in the ledger. */
export const uncategorizedAccount = '6999';

const byCode = new Map<string, Category>(categories.map((category) => [category.code, category]));
const byAccount = new Map(categories.map((category) => [category.accountCode, category]));

/** The category of this code; null for a code that there is not. */
export const findCategory = (code: string): Category | null => byCode.get(code) ?? null;

/**
 * The category of this code.
 * @throws RangeError for a code that there is not
 */
export function categoryOf(code: string): Category {
  const category = byCode.get(code);
  if (!category) throw new RangeError(`There is no category ${code}.`);
  return category;
}

/** The category that an expense account stands for; null for uncategorized expenses and accounts of other kinds. */
export const categoryOfAccount = (accountCode: string): Category | null =>
  byAccount.get(accountCode) ?? null;
