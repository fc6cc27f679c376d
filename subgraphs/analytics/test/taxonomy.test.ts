import { describe, expect, it } from '@jest/globals';
import { categoryOfMerchantCode, merchantCodesOf } from '../src/categories/merchant-codes.ts';
import { categoryOfPlaid, plaidCategoriesOf } from '../src/categories/plaid-categories.ts';
import {
  categories,
  categoryOfAccount,
  categoryOf,
  findCategory,
  uncategorizedAccount,
} from '../src/categories/taxonomy.ts';

describe('the taxonomy', () => {
  it('has a code and an expense account for each category, none of them twice', () => {
    expect(new Set(categories.map(({ code }) => code)).size).toBe(categories.length);
    expect(new Set(categories.map(({ accountCode }) => accountCode)).size).toBe(categories.length);
    for (const { code, name, accountCode } of categories) {
      expect(code).toMatch(/^[A-Z_]{3,20}$/);
      expect(name).not.toBe('');
      expect(accountCode).toMatch(/^[56]\d{3}$/);
      expect(categoryOfAccount(accountCode)?.code).toBe(code);
      expect(categoryOf(code).code).toBe(code);
    }
  });

  it('has none for what waits, and for what is no expense', () => {
    expect(categoryOfAccount(uncategorizedAccount)).toBeNull();
    expect(categoryOfAccount('1000')).toBeNull();
    expect(findCategory('NONSENSE')).toBeNull();
    expect(() => categoryOf('NONSENSE')).toThrow(RangeError);
  });
});

/** How many detailed codes each primary of Plaid's taxonomy has, as published; those that can be an expense. */
const published = {
  BANK_FEES: 6,
  ENTERTAINMENT: 6,
  FOOD_AND_DRINK: 7,
  GENERAL_MERCHANDISE: 14,
  HOME_IMPROVEMENT: 5,
  MEDICAL: 7,
  PERSONAL_CARE: 4,
  GENERAL_SERVICES: 9,
  GOVERNMENT_AND_NON_PROFIT: 4,
  TRANSPORTATION: 7,
  TRAVEL: 4,
  RENT_AND_UTILITIES: 7,
};

describe("Plaid's categories", () => {
  const all = categories.flatMap(({ code }) => plaidCategoriesOf(code));

  it('belong to one category each, and every code that can be an expense does', () => {
    expect(new Set(all.map(({ detailed }) => detailed)).size).toBe(80);
    expect(all).toHaveLength(80);
    const counts = Map.groupBy(all, ({ primary }) => primary);
    expect(
      Object.fromEntries([...counts].map(([primary, codes]) => [primary, codes.length])),
    ).toEqual(published);
    expect(all.every(({ primary, detailed }) => detailed.startsWith(`${primary}_`))).toBe(true);
  });

  it('are found by their detailed code', () => {
    expect(categoryOfPlaid('TRANSPORTATION_GAS')).toBe('VEHICLES');
    expect(categoryOfPlaid('BANK_FEES_INTEREST_CHARGE')).toBe('INTEREST');
    expect(categoryOfPlaid('TRANSFER_OUT_SAVINGS')).toBeNull();
  });

  it.each([
    ['FOOD_AND_DRINK_RESTAURANT', 'MEALS'],
    ['GENERAL_MERCHANDISE_ELECTRONICS', 'EQUIPMENT'],
    ['GENERAL_MERCHANDISE_OFFICE_SUPPLIES', 'OFFICE_SUPPLIES'],
    ['HOME_IMPROVEMENT_HARDWARE', 'GOODS'],
    ['HOME_IMPROVEMENT_REPAIR_AND_MAINTENANCE', 'REPAIRS'],
    ['GENERAL_SERVICES_ACCOUNTING_AND_FINANCIAL_PLANNING', 'PROFESSIONAL_FEES'],
    ['GENERAL_SERVICES_INSURANCE', 'INSURANCE'],
    ['GENERAL_SERVICES_POSTAGE_AND_SHIPPING', 'SHIPPING'],
    ['GOVERNMENT_AND_NON_PROFIT_DONATIONS', 'DONATIONS'],
    ['GOVERNMENT_AND_NON_PROFIT_TAX_PAYMENT', 'TAXES'],
    ['TRAVEL_FLIGHTS', 'TRAVEL'],
    ['TRAVEL_LODGING', 'TRAVEL'],
    ['RENT_AND_UTILITIES_RENT', 'RENT'],
    ['RENT_AND_UTILITIES_GAS_AND_ELECTRICITY', 'UTILITIES'],
    ['RENT_AND_UTILITIES_TELEPHONE', 'TELECOMS'],
  ])('says what %s is for', (detailed, category) => {
    expect(categoryOfPlaid(detailed)).toBe(category);
  });
});

describe('merchant category codes', () => {
  it('belong to one category each', () => {
    const ranges = categories
      .flatMap(({ code }) => merchantCodesOf(code))
      .toSorted((a, b) => a.from - b.from);
    for (const [place, { from, to }] of ranges.entries()) {
      expect(from).toBeLessThanOrEqual(to);
      expect(from).toBeGreaterThan(ranges[place - 1]?.to ?? -1);
    }
  });

  it.each([
    [3000, 'TRAVEL'],
    [3058, 'TRAVEL'],
    [3999, 'TRAVEL'],
    [4121, 'TRAVEL'],
    [4214, 'SHIPPING'],
    [4215, 'SHIPPING'],
    [4225, 'RENT'],
    [4511, 'TRAVEL'],
    [4784, 'VEHICLES'],
    [4814, 'TELECOMS'],
    [4816, 'SOFTWARE'],
    [4900, 'UTILITIES'],
    [5045, 'EQUIPMENT'],
    [5411, 'MEALS'],
    [5541, 'VEHICLES'],
    [5542, 'VEHICLES'],
    [5734, 'SOFTWARE'],
    [5811, 'MEALS'],
    [5812, 'MEALS'],
    [5814, 'MEALS'],
    [5943, 'OFFICE_SUPPLIES'],
    [6011, 'BANK_FEES'],
    [6300, 'INSURANCE'],
    [6513, 'RENT'],
    [7011, 'TRAVEL'],
    [7311, 'MARKETING'],
    [7349, 'CLEANING'],
    [7372, 'SOFTWARE'],
    [7538, 'VEHICLES'],
    [7699, 'REPAIRS'],
    [8111, 'PROFESSIONAL_FEES'],
    [8299, 'TRAINING'],
    [8398, 'DONATIONS'],
    [8931, 'PROFESSIONAL_FEES'],
    [9311, 'TAXES'],
    [7273, 'OTHER'],
  ])('knows %i as %s', (merchantCode, category) => {
    expect(categoryOfMerchantCode(merchantCode)).toBe(category);
  });

  it('refuses what is no such code', () => {
    for (const wrong of [-1, 10_000, 1.5]) {
      expect(() => categoryOfMerchantCode(wrong)).toThrow(RangeError);
    }
  });
});
