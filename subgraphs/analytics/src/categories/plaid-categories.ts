import type { CategoryCode } from './taxonomy.ts';

/**
 * Plaid's personal finance categories (primary and detailed codes of its published taxonomy of 2022) and the category of ours
 * that a business's expense of that kind belongs to. Income, transfers and repayments of loans are no expenses and have none.
 */
const detailedOf: Readonly<Record<string, Readonly<Record<string, CategoryCode>>>> = {
  BANK_FEES: {
    ATM_FEES: 'BANK_FEES',
    FOREIGN_TRANSACTION_FEES: 'BANK_FEES',
    INSUFFICIENT_FUNDS: 'BANK_FEES',
    INTEREST_CHARGE: 'INTEREST',
    OVERDRAFT_FEES: 'BANK_FEES',
    OTHER_BANK_FEES: 'BANK_FEES',
  },
  ENTERTAINMENT: {
    CASINOS_AND_GAMBLING: 'OTHER',
    MUSIC_AND_AUDIO: 'MEALS',
    SPORTING_EVENTS_AMUSEMENT_PARKS_AND_MUSEUMS: 'MEALS',
    TV_AND_MOVIES: 'MEALS',
    VIDEO_GAMES: 'MEALS',
    OTHER_ENTERTAINMENT: 'MEALS',
  },
  FOOD_AND_DRINK: {
    BEER_WINE_AND_LIQUOR: 'MEALS',
    COFFEE: 'MEALS',
    FAST_FOOD: 'MEALS',
    GROCERIES: 'MEALS',
    RESTAURANT: 'MEALS',
    VENDING_MACHINES: 'MEALS',
    OTHER_FOOD_AND_DRINK: 'MEALS',
  },
  GENERAL_MERCHANDISE: {
    BOOKSTORES_AND_NEWSSTANDS: 'TRAINING',
    CLOTHING_AND_ACCESSORIES: 'OTHER',
    CONVENIENCE_STORES: 'OFFICE_SUPPLIES',
    DEPARTMENT_STORES: 'OFFICE_SUPPLIES',
    DISCOUNT_STORES: 'OFFICE_SUPPLIES',
    ELECTRONICS: 'EQUIPMENT',
    GIFTS_AND_NOVELTIES: 'MARKETING',
    OFFICE_SUPPLIES: 'OFFICE_SUPPLIES',
    ONLINE_MARKETPLACES: 'OFFICE_SUPPLIES',
    PET_SUPPLIES: 'OTHER',
    SPORTING_GOODS: 'EQUIPMENT',
    SUPERSTORES: 'OFFICE_SUPPLIES',
    TOBACCO_AND_VAPE: 'OTHER',
    OTHER_GENERAL_MERCHANDISE: 'OTHER',
  },
  HOME_IMPROVEMENT: {
    FURNITURE: 'EQUIPMENT',
    HARDWARE: 'GOODS',
    REPAIR_AND_MAINTENANCE: 'REPAIRS',
    SECURITY: 'REPAIRS',
    OTHER_HOME_IMPROVEMENT: 'REPAIRS',
  },
  MEDICAL: {
    DENTAL_CARE: 'PAYROLL_TAXES',
    EYE_CARE: 'PAYROLL_TAXES',
    NURSING_CARE: 'PAYROLL_TAXES',
    PHARMACIES_AND_SUPPLEMENTS: 'OFFICE_SUPPLIES',
    PRIMARY_CARE: 'PAYROLL_TAXES',
    VETERINARY_SERVICES: 'OTHER',
    OTHER_MEDICAL: 'PAYROLL_TAXES',
  },
  PERSONAL_CARE: {
    GYMS_AND_FITNESS_CENTERS: 'PAYROLL_TAXES',
    HAIR_AND_BEAUTY: 'OTHER',
    LAUNDRY_AND_DRY_CLEANING: 'CLEANING',
    OTHER_PERSONAL_CARE: 'OTHER',
  },
  GENERAL_SERVICES: {
    ACCOUNTING_AND_FINANCIAL_PLANNING: 'PROFESSIONAL_FEES',
    AUTOMOTIVE: 'VEHICLES',
    CHILDCARE: 'PAYROLL_TAXES',
    CONSULTING_AND_LEGAL: 'PROFESSIONAL_FEES',
    EDUCATION: 'TRAINING',
    INSURANCE: 'INSURANCE',
    POSTAGE_AND_SHIPPING: 'SHIPPING',
    STORAGE: 'RENT',
    OTHER_GENERAL_SERVICES: 'OTHER',
  },
  GOVERNMENT_AND_NON_PROFIT: {
    DONATIONS: 'DONATIONS',
    GOVERNMENT_DEPARTMENTS_AND_AGENCIES: 'TAXES',
    TAX_PAYMENT: 'TAXES',
    OTHER_GOVERNMENT_AND_NON_PROFIT: 'MEMBERSHIPS',
  },
  TRANSPORTATION: {
    BIKES_AND_SCOOTERS: 'TRAVEL',
    GAS: 'VEHICLES',
    PARKING: 'VEHICLES',
    PUBLIC_TRANSIT: 'TRAVEL',
    TAXIS_AND_RIDE_SHARES: 'TRAVEL',
    TOLLS: 'VEHICLES',
    OTHER_TRANSPORTATION: 'TRAVEL',
  },
  TRAVEL: {
    FLIGHTS: 'TRAVEL',
    LODGING: 'TRAVEL',
    RENTAL_CARS: 'TRAVEL',
    OTHER_TRAVEL: 'TRAVEL',
  },
  RENT_AND_UTILITIES: {
    GAS_AND_ELECTRICITY: 'UTILITIES',
    INTERNET_AND_CABLE: 'TELECOMS',
    RENT: 'RENT',
    SEWAGE_AND_WASTE_MANAGEMENT: 'CLEANING',
    TELEPHONE: 'TELECOMS',
    WATER: 'UTILITIES',
    OTHER_UTILITIES: 'UTILITIES',
  },
};

/** A code of Plaid's taxonomy: `detailed` begins with `primary`. */
export type PlaidCategory = { readonly primary: string; readonly detailed: string };

type Mapped = PlaidCategory & { readonly category: CategoryCode };

const mapped: readonly Mapped[] = Object.entries(detailedOf).flatMap(([primary, kinds]) =>
  Object.entries(kinds).map(([kind, category]) => ({
    primary,
    detailed: `${primary}_${kind}`,
    category,
  })),
);

const byDetailed = new Map(mapped.map(({ detailed, category }) => [detailed, category]));

/** Plaid's categories that belong to ours; none for what only a business pays, such as salaries. */
export const plaidCategoriesOf = (code: CategoryCode): readonly PlaidCategory[] =>
  mapped
    .filter(({ category }) => category === code)
    .map(({ primary, detailed }) => ({ primary, detailed }));

/** Our category for a detailed code of Plaid's; null for income, transfers, repayments and codes that there are not. */
export const categoryOfPlaid = (detailed: string): CategoryCode | null =>
  byDetailed.get(detailed) ?? null;
