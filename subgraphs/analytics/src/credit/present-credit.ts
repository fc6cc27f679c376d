import type { Improvement } from './improvements.ts';
import type { LoanOffer } from './loan-offers.ts';

/** What GraphQL's types are made from: amounts need their currency beside them. */
export type ImprovementParent = Improvement & { readonly currency: string };
export type LoanOfferParent = LoanOffer & { readonly currency: string };
