import type { CategoryCode } from '../../src/categories/taxonomy.ts';
import type { SourceText } from './sources.ts';

/** Names and words that small businesses meet and public bodies don't, by what they are for. Written by hand. */
const known: Partial<Record<CategoryCode, string>> = {
  GOODS:
    'wholesale, raw materials, screwfix, alibaba, timber merchants, inventory purchase, packaging materials, supplier stock',
  SUBCONTRACTORS:
    'upwork, fiverr, freelancer, freelance design, subcontractor, toptal, malt freelance',
  SHIPPING:
    'dhl, dhl express, ups, fedex, dpd, gls, hermes, evri, royal mail, deutsche post, usps, parcelforce, courier, freight, customs clearance, shipping label, stamps',
  RENT: 'office rent, rent, wework, regus, coworking, lease payment premises, self storage, warehouse rent, landlord, shop rent',
  UTILITIES:
    'electricity, gas, water, eon, e.on, vattenfall, edf energy, british gas, octopus energy, stadtwerke, district heating, scottish power, power bill',
  REPAIRS: 'repair, plumber, electrician, boiler service, maintenance contract, locksmith',
  CLEANING: 'cleaning services, window cleaning, waste collection, laundry, janitorial, rentokil',
  SALARIES:
    'payroll, salaries, wages, salary run, staff bonus, temporary staff, adecco, randstad, manpower',
  PAYROLL_TAXES:
    'paye, national insurance, social security, pension contributions, payroll tax, health insurance fund, krankenkasse, nest pension',
  TRAINING:
    'udemy, coursera, linkedin learning, training course, workshop, conference ticket, seminar, books, pluralsight',
  SOFTWARE:
    'aws, amazon web services, aws emea, google cloud, google workspace, microsoft 365, microsoft azure, slack, zoom, github, gitlab, atlassian, jira, notion, dropbox, figma, adobe, adobe creative cloud, digitalocean, hetzner, cloudflare, heroku, vercel, datadog, zendesk, hubspot, salesforce, xero, quickbooks, datev, shopify subscription, domain renewal, godaddy, hosting, software licence, openai, twilio, intercom, asana, trello, canva, 1password',
  TELECOMS:
    'vodafone, o2, telefonica, t-mobile, deutsche telekom, telekom, orange, bt group, verizon, broadband, mobile contract, sim card, internet access, virgin media',
  EQUIPMENT:
    'apple store, dell, lenovo, hp store, mediamarkt, currys, laptop, monitor, office chair, ikea, steelcase, machinery, printer, desk',
  OFFICE_SUPPLIES:
    'staples, viking direct, paper, toner, office supplies, amazon, pens, stationery, coffee for office',
  MARKETING:
    'google ads, facebook ads, meta ads, linkedin ads, instagram ads, mailchimp, trade fair, flyers, advertising, seo agency, billboard, vistaprint, sponsored post',
  TRAVEL:
    'lufthansa, british airways, ryanair, easyjet, klm, deutsche bahn, sncf, trainline, uber, uber trip, bolt ride, taxi, airbnb, booking.com, expedia, hotel, hilton, marriott, ibis, premier inn, flight, train ticket, hertz, sixt, lyft, amtrak, eurostar',
  MEALS:
    'restaurant, lunch, dinner, starbucks, costa coffee, mcdonalds, pizza, cafe, deliveroo, uber eats, catering, team event, bar, bakery, lieferando, just eat, pret a manger',
  VEHICLES:
    'shell, esso, bp, aral, total fuel, texaco, petrol, diesel, parking, toll, car lease, tyres, car wash, autohaus, ev charging, vehicle insurance tax, garage',
  PROCESSING_FEES:
    'stripe fee, stripe fees, paypal fee, adyen, mollie, square fees, card processing, merchant service charge, sumup, worldpay, klarna fees, marketplace commission',
  BANK_FEES:
    'bank charges, account fee, bank fee, transfer fee, overdraft fee, foreign exchange fee, monthly account charge, wise fee, card fee',
  INTEREST:
    'loan interest, interest, interest charge, overdraft interest, credit line interest, loan repayment interest',
  PROFESSIONAL_FEES:
    'accountant, tax advisor, steuerberater, lawyer, solicitors, legal fees, notary, audit fee, consulting, consultancy, deloitte, kpmg, pwc, ernst young, recruiter',
  INSURANCE:
    'insurance, allianz, axa, hiscox, aviva, zurich insurance, liability insurance, insurance premium, direct line, ergo, generali',
  TAXES:
    'hmrc, hmrc vat, vat payment, business rates, corporation tax, finanzamt, trade tax, licence fee, permit, fine, companies house, dvla, tax office',
  MEMBERSHIPS:
    'membership, chamber of commerce, ihk, association dues, newspaper subscription, financial times, economist, magazine, annual subscription',
  DONATIONS:
    'donation, red cross, charity, unicef, oxfam, sponsorship local club, save the children, greenpeace',
};

/** A name counts as much as one that a body bought from often. */
const count = 60;

/** The well-known names, each with its one category. @param codes the taxonomy's, in the order of its indices */
export const wellKnown = (codes: readonly string[]): SourceText[] =>
  codes.flatMap((code, label) => {
    const names = Object.entries(known).find(([category]) => category === code)?.[1] ?? '';
    return names
      .split(', ')
      .filter((name) => name !== '')
      .map((text) => ({ text, count, shares: [[label, 1]] as const }));
  });
