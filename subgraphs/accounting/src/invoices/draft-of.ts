import type { InvoiceDraftInput } from '../__generated__/resolvers.ts';
import type { DraftInput } from './check-draft.ts';

/** A draft as the service takes it: null stands for what the schema fills in. */
export const draftOf = ({ lines, ...draft }: InvoiceDraftInput): DraftInput => ({
  ...draft,
  lines: lines.map((line) => ({
    ...line,
    discountPercent: line.discountPercent ?? '0',
    taxPercent: line.taxPercent ?? '0',
  })),
});
