import { defineEntity, p } from '@mikro-orm/core';

export const UserSchema = defineEntity({
  name: 'User',
  tableName: 'user_account', // `user` is a word of SQL: unquoted, it means the database role.
  properties: {
    id: p.uuid().primary(),
    /** Normalised (see email-address.ts): two spellings of one address are one user. */
    email: p.string().length(254).unique(),
    name: p.string().length(100),
    createdAt: p.datetime(3),
  },
});

/** A person who can sign in. Belongs to organizations by memberships. */
export class User extends UserSchema.class {}
UserSchema.setClass(User);
