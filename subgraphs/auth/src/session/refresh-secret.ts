import { createHash, randomBytes } from 'node:crypto';

/** 30 days, from the last use. */
export const refreshTokenSeconds = 30 * 24 * 60 * 60;

/** A new refresh token: 256 random bits. Only its hash is stored. */
export const newRefreshSecret = (): string => randomBytes(32).toString('base64url');

/** How a refresh token is stored and sought. A plain hash is enough for 256 random bits. */
export const hashRefreshSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex');
