import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '@finflow/shared/clock';
import { isId } from '@finflow/shared/ids';

const lifetimeMs = 15 * 60_000;

/** Which invoice a link to a PDF gives. */
export type FileTarget = { readonly organizationId: string; readonly invoiceId: string };

/** Links that need no sign-in: signed, and expired after some minutes. */
export type FileLinks = {
  invoicePdf(target: FileTarget): string;
  /** What the link gives; null when it is forged, malformed or expired. */
  read(url: URL): FileTarget | null;
};

export const filePath = '/files/invoices/';

export function createFileLinks(options: {
  readonly secret: string;
  readonly publicUrl: string;
  readonly clock: Clock;
}): FileLinks {
  const { secret, publicUrl, clock } = options;
  const sign = ({ organizationId, invoiceId }: FileTarget, expires: string) =>
    createHmac('sha256', secret)
      .update(`invoice-pdf:${organizationId}:${invoiceId}:${expires}`)
      .digest();
  return {
    invoicePdf: (target) => {
      const expires = String(clock.now().getTime() + lifetimeMs);
      const signature = sign(target, expires).toString('base64url');
      const { organizationId: organization, invoiceId } = target;
      const query = new URLSearchParams({ organization, expires, signature });
      return `${publicUrl}${filePath}${invoiceId}.pdf?${query.toString()}`;
    },
    read: (url) => {
      const invoiceId = url.pathname.slice(filePath.length).replace(/\.pdf$/, '');
      const organizationId = url.searchParams.get('organization') ?? '';
      const expires = url.searchParams.get('expires') ?? '';
      if (!isId(invoiceId) || !isId(organizationId) || !/^\d{1,15}$/.test(expires)) return null;
      const given = Buffer.from(url.searchParams.get('signature') ?? '', 'base64url');
      const expected = sign({ organizationId, invoiceId }, expires);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      return Number(expires) < clock.now().getTime() ? null : { organizationId, invoiceId };
    },
  };
}
