import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a payment link gives access to. */
export type PaymentLinkTarget = { readonly organizationId: string; readonly invoiceId: string };

/** The token of an invoice's payment link: its two ids and their HMAC-SHA256. Nothing has to be stored. */
export function paymentLinkToken(target: PaymentLinkTarget, secret: string): string {
  const ids = Buffer.concat([uuidBytes(target.organizationId), uuidBytes(target.invoiceId)]);
  const body = ids.toString('base64url');
  return `${body}.${mac(body, secret).toString('base64url')}`;
}

/** What the token gives access to; null when it is forged or malformed. */
export function readPaymentLinkToken(token: string, secret: string): PaymentLinkTarget | null {
  const [body, signature, ...rest] = token.split('.');
  if (!body || !signature || rest.length > 0) return null;
  const expected = mac(body, secret);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const ids = Buffer.from(body, 'base64url');
  if (ids.length !== 32) return null;
  return { organizationId: uuidText(ids.subarray(0, 16)), invoiceId: uuidText(ids.subarray(16)) };
}

const mac = (body: string, secret: string) =>
  createHmac('sha256', secret).update(`payment-link:${body}`).digest();

const uuidBytes = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex');

function uuidText(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
