import { MikroORM } from '@mikro-orm/postgresql';
import { ormOptions } from '@finflow/shared/database/orm-options';
import { ApiKeySchema } from './api-key/api-key.entity.ts';
import { AttemptSchema } from './attempt/attempt.entity.ts';
import { nameCaller } from './caller.ts';
import { MembershipSchema } from './organization/membership.entity.ts';
import { OrganizationSchema } from './organization/organization.entity.ts';
import { PasswordSchema } from './password/password.entity.ts';
import { RefreshTokenSchema } from './session/refresh-token.entity.ts';
import { SessionSchema } from './session/session.entity.ts';
import { SigningKeySchema } from './signing-key/signing-key.entity.ts';
import { UserSchema } from './user/user.entity.ts';

/** Opens the subgraph's database; the pool connects on first use. Both roles use it, each with its own address. */
export const openDatabase = (clientUrl: string) =>
  MikroORM.init({
    ...ormOptions(clientUrl, `${import.meta.dirname}/migrations`),
    onReserveConnection: nameCaller,
    entities: [
      UserSchema,
      PasswordSchema,
      OrganizationSchema,
      MembershipSchema,
      SessionSchema,
      RefreshTokenSchema,
      AttemptSchema,
      SigningKeySchema,
      ApiKeySchema,
    ],
  });

export type Database = Awaited<ReturnType<typeof openDatabase>>;
export type EntityManager = Database['em'];
