import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  LedgerPostedSubscription,
  LedgerPostedSubscriptionVariables,
} from './ledger-posted.generated.ts';

/** An entry was posted: balances and lists are then asked anew. */
export const LEDGER_POSTED: TypedDocumentNode<
  LedgerPostedSubscription,
  LedgerPostedSubscriptionVariables
> = gql`
  subscription LedgerPosted {
    ledgerEntryPosted {
      id
      sequence
    }
  }
`;
