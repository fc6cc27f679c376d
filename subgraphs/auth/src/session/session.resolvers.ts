import { isRefusal, type Refusal } from '@finflow/shared/refusal';
import type { MutationResolvers, ResolversTypes } from '../__generated__/resolvers.ts';
import type { TooManyAttempts } from '../attempt/attempt.service.ts';
import type { AuthContext } from '../context.ts';
import { register as registerUser } from '../user/register.service.ts';
import { logIn as logInUser } from './log-in.service.ts';
import { refreshHeader } from './refresh-cookie.ts';
import { logOut as endSession, refreshSession as rotateSession } from './session.service.ts';
import type { SignedIn } from './signed-in.ts';

type SessionResult = Awaited<ResolversTypes['SessionResult']>;
type SignInRefusal = Refusal<'InvalidInput' | 'Conflict' | 'NotSignedIn'> | TooManyAttempts;

/** Hands out a sign-in: the refresh token as a cookie, the rest in the answer. */
export function presentSignIn(
  result: SignedIn | SignInRefusal,
  { setCookie, cookies }: AuthContext,
): SessionResult {
  if ('refused' in result) return result;
  const { refreshSecret, ...session } = result;
  if (refreshSecret !== null) setCookie(cookies.set(refreshSecret));
  return { __typename: 'Session', ...session };
}

export const register: Required<MutationResolvers>['register'] = async (
  _root,
  { input },
  context,
) => presentSignIn(await registerUser(input, context.room), context);

export const logIn: Required<MutationResolvers>['logIn'] = async (_root, { input }, context) =>
  presentSignIn(await logInUser(input, context.room), context);

export const refreshSession: Required<MutationResolvers>['refreshSession'] = async (
  _root,
  _args,
  context,
) => {
  const result = await rotateSession(context.headers[refreshHeader] ?? null, context.room);
  if (isRefusal(result)) context.setCookie(context.cookies.clear());
  return presentSignIn(result, context);
};

export const logOut: Required<MutationResolvers>['logOut'] = async (_root, _args, context) => {
  await endSession(context.headers[refreshHeader] ?? null, context.room);
  context.setCookie(context.cookies.clear());
  return { ok: true };
};
