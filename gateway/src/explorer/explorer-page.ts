import { createHash } from 'node:crypto';

/** A page with the content-security-policy that says what it alone may load. */
export type ExplorerPage = {
  readonly html: string;
  readonly policy: string;
  readonly etag: string;
};

export const explorerPage = (html: string, policy: string): ExplorerPage => ({
  html,
  policy,
  etag: `"${createHash('sha256').update(html).digest('base64url')}"`,
});

/** Allows exactly this inline script in a content-security-policy. */
export const scriptHash = (script: string): string =>
  `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
