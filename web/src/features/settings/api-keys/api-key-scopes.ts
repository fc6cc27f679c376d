import type { Option } from '../../../ui/SelectField.tsx';

/** What a key can be allowed, in the words of the one who allows it. The server knows the list, and refuses what isn't on it. */
export const apiKeyScopes: readonly Option[] = [
  { value: 'customers:read', label: 'See customers' },
  { value: 'invoices:read', label: 'See invoices' },
  { value: 'payments:read', label: 'See payments' },
  { value: 'ledger:read', label: 'See the ledger' },
  { value: 'analytics:read', label: 'See dashboard and forecast' },
  { value: 'customers:write', label: 'Add and change customers' },
  { value: 'invoices:write', label: 'Write and issue invoices' },
  { value: 'payments:write', label: 'Record payments and refund them' },
  { value: 'ledger:write', label: 'Post journal entries' },
];
