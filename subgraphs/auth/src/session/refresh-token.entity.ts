import { defineEntity, p } from '@mikro-orm/core';
import { UserSchema } from '../user/user.entity.ts';
import { SessionSchema } from './session.entity.ts';

export const RefreshTokenSchema = defineEntity({
  name: 'RefreshToken',
  properties: {
    /** SHA-256 of the token, in hex: who reads the table holds no session. */
    hash: p.string().length(64).primary(),
    sessionId: () =>
      p.manyToOne(SessionSchema).mapToPk().fieldName('session_id').deleteRule('cascade').index(),
    userId: () => p.manyToOne(UserSchema).mapToPk().fieldName('user_id').index(false),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3),
    /** When it was first exchanged for the next one. */
    rotatedAt: p.datetime(3).nullable(),
  },
});

/** One link of a session's chain: good for one exchange. */
export class RefreshToken extends RefreshTokenSchema.class {}
RefreshTokenSchema.setClass(RefreshToken);
