/** What pages of this origin may load and be framed by. */
export type SecurityOptions = {
  readonly publicUrl: string;
  /** Where the payment provider's card form is served from, such as the sandbox's origin. */
  readonly elementsOrigin: string | null;
};

export type Headers = Readonly<Record<string, string>>;

export type SecurityHeaders = {
  /** Of pages, and of whatever a page can be made of. One that needs more (the explorer) brings its own content-security-policy. */
  readonly ofPages: Headers;
  /** Of JSON, which loads nothing and is framed by nobody. What is about documents alone is left out: these are most answers. */
  readonly ofData: Headers;
};

/** The headers that every answer carries, by what it is. */
export function securityHeaders({ publicUrl, elementsOrigin }: SecurityOptions): SecurityHeaders {
  const { protocol, host } = new URL(publicUrl);
  const isSecure = protocol === 'https:';
  const ofAll = {
    'x-content-type-options': 'nosniff',
    // A payment link is a credential in an address: it must not travel in a Referer.
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    ...(isSecure && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  };
  return {
    ofPages: {
      ...ofAll,
      'content-security-policy': appPolicy(host, isSecure, elementsOrigin),
      'x-frame-options': 'DENY',
      'origin-agent-cluster': '?1',
      'x-dns-prefetch-control': 'off',
      'x-permitted-cross-domain-policies': 'none',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    },
    ofData: { ...ofAll, 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" },
  };
}

const stripeOrigin = 'https://js.stripe.com';

function appPolicy(host: string, isSecure: boolean, elementsOrigin: string | null): string {
  const socketOrigin = `${isSecure ? 'wss' : 'ws'}://${host}`;
  const frames = [
    stripeOrigin,
    'https://hooks.stripe.com',
    ...(elementsOrigin ? [elementsOrigin] : []),
  ];
  return contentSecurityPolicy({
    'default-src': ["'self'"],
    'script-src': ["'self'", stripeOrigin],
    'script-src-attr': ["'none'"],
    'style-src': ["'self'", "'unsafe-inline'"], // Styles are made at run time, for the theme.
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", socketOrigin, 'https://api.stripe.com'],
    'frame-src': frames,
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
    ...(isSecure && { 'upgrade-insecure-requests': [] }),
  });
}

/** The text of a content-security-policy. */
export const contentSecurityPolicy = (sources: Record<string, readonly string[]>): string =>
  Object.entries(sources)
    .map(([directive, values]) => [directive, ...values].join(' '))
    .join('; ');
