import type { CategoryCode } from './taxonomy.ts';

/** Merchant category codes (ISO 18245) from one to another, both included. */
export type MerchantCodeRange = { readonly from: number; readonly to: number };

type Row = readonly [from: number, to: number, category: CategoryCode];

/**
 * What a business buys from a merchant of each code, by ISO 18245 and the card networks' published lists. Rows are sorted and
 * don't overlap; a code that stands in none is OTHER. Ranges of the standard: to 1499 agriculture, 1500 to 2999 contracted services, 3000 to 3999 named
 * airlines, car rentals and hotels, 4000 to 4799 transport, 4800 to 4999 utilities, 5000 to 5999 shops, 6000 to 7299 money,
 * lodging and services, 7300 to 7999 business services, repairs and amusement, 8000 to 8999 professions and membership,
 * 9000 to 9999 government.
 */
const rows: readonly Row[] = [
  [763, 763, 'GOODS'],
  [780, 780, 'REPAIRS'],
  [1500, 1799, 'REPAIRS'],
  [2741, 2791, 'MARKETING'],
  [2842, 2842, 'CLEANING'],
  [3000, 3999, 'TRAVEL'],
  [4011, 4131, 'TRAVEL'],
  [4214, 4215, 'SHIPPING'],
  [4225, 4225, 'RENT'],
  [4304, 4723, 'TRAVEL'],
  [4784, 4784, 'VEHICLES'],
  [4789, 4789, 'TRAVEL'],
  [4812, 4815, 'TELECOMS'],
  [4816, 4816, 'SOFTWARE'],
  [4821, 4821, 'TELECOMS'],
  [4829, 4829, 'BANK_FEES'],
  [4899, 4899, 'TELECOMS'],
  [4900, 4900, 'UTILITIES'],
  [5013, 5013, 'VEHICLES'],
  [5021, 5021, 'EQUIPMENT'],
  [5039, 5039, 'GOODS'],
  [5044, 5047, 'EQUIPMENT'],
  [5051, 5051, 'GOODS'],
  [5065, 5065, 'EQUIPMENT'],
  [5072, 5074, 'GOODS'],
  [5085, 5085, 'GOODS'],
  [5094, 5099, 'GOODS'],
  [5111, 5111, 'OFFICE_SUPPLIES'],
  [5122, 5169, 'GOODS'],
  [5172, 5172, 'VEHICLES'],
  [5192, 5192, 'MEMBERSHIPS'],
  [5193, 5199, 'GOODS'],
  [5200, 5261, 'GOODS'],
  [5262, 5399, 'OFFICE_SUPPLIES'],
  [5411, 5499, 'MEALS'],
  [5511, 5599, 'VEHICLES'],
  [5712, 5722, 'EQUIPMENT'],
  [5732, 5733, 'EQUIPMENT'],
  [5734, 5734, 'SOFTWARE'],
  [5811, 5814, 'MEALS'],
  [5815, 5818, 'SOFTWARE'],
  [5912, 5912, 'OFFICE_SUPPLIES'],
  [5921, 5921, 'MEALS'],
  [5942, 5942, 'TRAINING'],
  [5943, 5943, 'OFFICE_SUPPLIES'],
  [5946, 5946, 'EQUIPMENT'],
  [5947, 5947, 'MARKETING'],
  [5960, 5960, 'INSURANCE'],
  [5968, 5968, 'MEMBERSHIPS'],
  [5978, 5978, 'EQUIPMENT'],
  [5983, 5983, 'UTILITIES'],
  [5992, 5992, 'MARKETING'],
  [5994, 5994, 'MEMBERSHIPS'],
  [6010, 6012, 'BANK_FEES'],
  [6050, 6051, 'BANK_FEES'],
  [6211, 6211, 'PROFESSIONAL_FEES'],
  [6300, 6399, 'INSURANCE'],
  [6513, 6513, 'RENT'],
  [7011, 7033, 'TRAVEL'],
  [7210, 7217, 'CLEANING'],
  [7221, 7221, 'MARKETING'],
  [7276, 7276, 'PROFESSIONAL_FEES'],
  [7296, 7296, 'EQUIPMENT'],
  [7311, 7311, 'MARKETING'],
  [7321, 7322, 'PROFESSIONAL_FEES'],
  [7333, 7338, 'MARKETING'],
  [7339, 7339, 'PROFESSIONAL_FEES'],
  [7342, 7349, 'CLEANING'],
  [7361, 7361, 'SALARIES'],
  [7372, 7375, 'SOFTWARE'],
  [7379, 7379, 'REPAIRS'],
  [7392, 7392, 'PROFESSIONAL_FEES'],
  [7393, 7393, 'REPAIRS'],
  [7394, 7394, 'EQUIPMENT'],
  [7395, 7395, 'MARKETING'],
  [7399, 7399, 'SUBCONTRACTORS'],
  [7511, 7511, 'VEHICLES'],
  [7512, 7519, 'TRAVEL'],
  [7523, 7549, 'VEHICLES'],
  [7622, 7699, 'REPAIRS'],
  [7829, 7999, 'MEALS'],
  [8011, 8099, 'PAYROLL_TAXES'],
  [8111, 8111, 'PROFESSIONAL_FEES'],
  [8211, 8299, 'TRAINING'],
  [8351, 8351, 'PAYROLL_TAXES'],
  [8398, 8398, 'DONATIONS'],
  [8641, 8699, 'MEMBERSHIPS'],
  [8734, 8931, 'PROFESSIONAL_FEES'],
  [8999, 8999, 'PROFESSIONAL_FEES'],
  [9211, 9399, 'TAXES'],
  [9402, 9402, 'SHIPPING'],
  [9405, 9405, 'TAXES'],
];

/** The ranges of merchant category codes that belong to a category, from low to high. */
export const merchantCodesOf = (code: CategoryCode): readonly MerchantCodeRange[] =>
  rows.filter(([, , category]) => category === code).map(([from, to]) => ({ from, to }));

/**
 * Our category for a merchant category code.
 * @throws RangeError when it isn't a whole number of at most four digits
 */
export function categoryOfMerchantCode(merchantCode: number): CategoryCode {
  if (!Number.isInteger(merchantCode) || merchantCode < 0 || merchantCode > 9999) {
    throw new RangeError('A merchant category code has four digits.');
  }
  const row = rows.find(([from, to]) => from <= merchantCode && merchantCode <= to);
  return row?.[2] ?? 'OTHER';
}
