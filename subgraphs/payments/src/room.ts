import type { Clock } from '@finflow/shared/clock';
import type { Database } from './database.ts';
import type { PaymentProvider } from './providers/provider.ts';
import type { FieldCipher } from './security/field-cipher.ts';

/** What the services of this subgraph work with; app.ts builds it, tests build their own. */
export type Room = {
  /** As the application's role: one organization's rows, that of `inOrganization`. */
  readonly database: Database;
  /** As the owner: for what belongs to no organization yet, and what spans all of them. */
  readonly ownerDatabase: Database;
  readonly provider: PaymentProvider;
  readonly clock: Clock;
  readonly cipher: FieldCipher;
  /** 0 to 1, for jitter. */
  readonly random: () => number;
};
