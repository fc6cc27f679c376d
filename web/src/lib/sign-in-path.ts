export const signInPage = '/sign-in';

/** The sign-in page that comes back to an address afterwards. */
export function signInPath(url: string): string {
  const { pathname, search } = new URL(url, location.href);
  const next = pathname + search;
  return next === '/' ? signInPage : `${signInPage}?${new URLSearchParams({ next })}`;
}

/** Where a sign-in leads. Only an address of this app: `?next=//evil.example` must not lead away. */
export function nextPath(params: URLSearchParams): string {
  const next = params.get('next');
  if (!next?.startsWith('/')) return '/';
  const url = new URL(next, location.origin);
  return url.origin === location.origin ? url.pathname + url.search : '/';
}
