/**
 * Whether a text may be an event of one of these organizations: to be asked of many texts before the few are parsed. Never no of one
 * that is; yes perhaps of one that only mentions the organization.
 */
export function isOfOneOf(organizationIds: ReadonlySet<string>, text: string): boolean {
  for (const [, id = ''] of text.matchAll(/"organizationid"\s*:\s*"([^"]*)"/g)) {
    if (organizationIds.has(id)) return true;
  }
  return false;
}
