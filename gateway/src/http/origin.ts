import type { IncomingHttpHeaders } from 'node:http';

/**
 * True when a page sent this that neither this host served nor `origins` names. Programs send no Origin.
 * @param origins scheme, host and port of each further origin
 */
export function isForeignOrigin(
  { origin, host }: Pick<IncomingHttpHeaders, 'origin' | 'host'>,
  origins: readonly string[],
): boolean {
  if (origin === undefined || origins.includes(origin)) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
