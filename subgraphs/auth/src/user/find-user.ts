import type { EntityManager } from '../database.ts';

/** The id of the user with this (normalised) e-mail address; null when there is none. Asked before anybody is known. */
export const findUserByEmail = (em: EntityManager, email: string): Promise<string | null> =>
  ask(em, 'select find_user_by_email(?) as id', email);

/** The id of the user who was given the refresh token with this hash; null when there is none. */
export const findUserByRefreshToken = (em: EntityManager, hash: string): Promise<string | null> =>
  ask(em, 'select find_user_by_refresh_token(?) as id', hash);

async function ask(em: EntityManager, query: string, credential: string): Promise<string | null> {
  const [row] = await em.execute<{ id: string | null }[]>(query, [credential]);
  return row?.id ?? null;
}
