import { defineEntity, p } from '@mikro-orm/core';
import { UserSchema } from '../user/user.entity.ts';

export const PasswordSchema = defineEntity({
  name: 'Password',
  properties: {
    userId: () => p.manyToOne(UserSchema).mapToPk().fieldName('user_id').primary(),
    /** An argon2id hash in PHC form, with its own parameters and salt. */
    hash: p.string().length(255),
    changedAt: p.datetime(3),
  },
});

/** A user's password, hashed. Apart from the user, so that reading a user never loads it. */
export class Password extends PasswordSchema.class {}
PasswordSchema.setClass(Password);
