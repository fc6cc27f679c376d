import { type FieldFunctionOptions, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import generated from '../__generated__/possible-types.ts';

/** A store in which values (money, pages of sums) belong to their parent and entities to their id. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: generated.possibleTypes,
    typePolicies: {
      Money: { keyFields: false },
      Category: { keyFields: ['code'] },
      CategorySettings: { keyFields: [] },
      CategoryModel: { keyFields: ['version'] },
      CategoryTraining: { keyFields: [] },
      InvoiceLine: { keyFields: false },
      Dashboard: { merge: true },
      Me: { merge: true },
      PayPage: { merge: true },
      Query: {
        fields: {
          invoice: byId('Invoice'),
          customer: byId('Customer'),
          payment: byId('Payment'),
          journalEntry: byId('JournalEntry'),
          anomaly: byId('Anomaly'),
          invoices: relayStylePagination(['filter']),
          customers: relayStylePagination(['search']),
          payments: relayStylePagination(['filter']),
          journalEntries: relayStylePagination(['filter']),
          transactions: relayStylePagination(['filter']),
          anomalies: relayStylePagination(['filter']),
          apiKeys: relayStylePagination(),
        },
      },
    },
  });
}

/** Finds by its id what a list or a mutation brought in already. */
function byId(typename: string) {
  return {
    read: (existing: unknown, { args, toReference }: FieldFunctionOptions) =>
      existing ?? toReference({ __typename: typename, id: args?.['id'] }),
  };
}
