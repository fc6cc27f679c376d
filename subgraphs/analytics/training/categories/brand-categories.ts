import type { CategoryCode } from '../../src/categories/taxonomy.ts';

/**
 * What a business pays for at brands of OpenStreetMap's tags, in our taxonomy; as merchant category codes say it where both know the trade
 * (`merchant-codes.ts`). What people buy for themselves only (clothes, jewellery, hairdressers) stands in none and teaches nothing.
 */
const tags: Partial<Record<CategoryCode, string>> = {
  GOODS:
    'shop/doityourself shop/trade shop/hardware shop/paint shop/tiles shop/wholesale shop/garden_centre shop/bathroom_furnishing shop/doors shop/window_blind shop/agrarian shop/country_store shop/electrical craft/window_construction',
  SHIPPING: 'amenity/post_depot amenity/post_office office/logistics',
  RENT: 'office/coworking shop/storage_rental office/estate_agent amenity/conference_centre',
  UTILITIES: 'shop/gas',
  REPAIRS: 'shop/locksmith shop/repair craft/electronics_repair office/security',
  CLEANING: 'shop/laundry shop/dry_cleaning craft/cleaning amenity/recycling',
  SALARIES: 'office/employment_agency',
  TRAINING:
    'shop/books amenity/language_school amenity/prep_school amenity/training amenity/college amenity/driving_school',
  SOFTWARE: 'office/it',
  TELECOMS: 'shop/mobile_phone shop/telecommunication office/telecommunication',
  EQUIPMENT:
    'shop/furniture shop/electronics shop/computer shop/hifi shop/camera shop/tool_hire shop/plant_hire shop/power_tools shop/appliance shop/kitchen shop/bed shop/carpet shop/houseware shop/interior_decoration shop/vacuum_cleaner',
  OFFICE_SUPPLIES:
    'shop/stationery shop/printer_ink shop/variety_store shop/department_store shop/chemist amenity/pharmacy',
  MARKETING: 'shop/copyshop craft/signmaker shop/photo shop/gift shop/florist',
  TRAVEL:
    'tourism/hotel tourism/motel tourism/hostel shop/travel_agency amenity/car_rental amenity/bicycle_rental',
  MEALS:
    'amenity/restaurant amenity/fast_food amenity/cafe amenity/bar amenity/pub amenity/ice_cream shop/bakery shop/pastry shop/supermarket shop/convenience shop/frozen_food shop/coffee shop/tea shop/confectionery shop/chocolate shop/beverages shop/wine shop/alcohol shop/deli shop/butcher shop/greengrocer amenity/cinema leisure/bowling_alley',
  VEHICLES:
    'amenity/fuel amenity/charging_station amenity/car_wash amenity/parking amenity/vehicle_inspection shop/car_repair shop/car shop/car_parts shop/tyres shop/truck shop/truck_repair shop/motorcycle shop/motorcycle_repair highway/services',
  BANK_FEES: 'amenity/bank amenity/bureau_de_change amenity/money_transfer',
  PROFESSIONAL_FEES:
    'office/consulting office/lawyer office/tax_advisor office/financial_advisor office/engineer',
  INSURANCE: 'office/insurance',
  MEMBERSHIPS: 'shop/newsagent office/association office/union',
  DONATIONS: 'shop/charity amenity/social_facility',
};

const byTag = new Map(
  Object.entries(tags).flatMap(([code, list]) => list.split(' ').map((tag) => [tag, code])),
);

/** The category's code; undefined for a tag that means none. @param tag as "amenity/fuel" */
export const categoryOfTag = (tag: string): string | undefined => byTag.get(tag);
