import { refreshTokenSeconds } from './refresh-secret.ts';

/** The header in which the gateway hands over the value of the browser's refresh cookie, to this room alone. */
export const refreshHeader = 'x-finflow-refresh-token';

const name = 'finflow_refresh';

export type RefreshCookies = {
  readonly set: (secret: string) => string;
  readonly clear: () => string;
};

/**
 * The refresh cookie's Set-Cookie texts: out of reach of scripts and of other sites, sent to the endpoint alone.
 * @param publicUrl where browsers reach the product; Secure when that is https
 */
export function refreshCookies(publicUrl: string): RefreshCookies {
  const isSecure = new URL(publicUrl).protocol === 'https:';
  const attributes = `Path=/graphql; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
  return {
    set: (secret) => `${name}=${secret}; Max-Age=${refreshTokenSeconds}; ${attributes}`,
    clear: () => `${name}=; Max-Age=0; ${attributes}`,
  };
}
