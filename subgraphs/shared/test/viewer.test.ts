import { describe, expect, it } from '@jest/globals';
import { actorIdOf, anonymous, apiKeyScopes, organizationOf, scopesOf } from '../src/viewer.ts';
import type { Viewer } from '../src/viewer.ts';

const organizationId = '01890000-0000-7000-8000-000000000001';
const partner: Viewer = { kind: 'partner', apiKeyId: 'k', organizationId, scopes: [] };

describe('an API key', () => {
  it('can be given all that an owner can do with the books, and nothing that runs the organization', () => {
    const kept = scopesOf.OWNER.filter((scope) => !apiKeyScopes.includes(scope));
    expect(kept).toEqual(['organization:manage', 'members:manage']);
    expect(apiKeyScopes.filter((scope) => !scopesOf.OWNER.includes(scope))).toEqual([]);
  });

  it('answers for its deeds by its own id, and acts in its organization', () => {
    expect(actorIdOf(partner)).toBe('k');
    expect(organizationOf(partner)).toBe(organizationId);
    expect(actorIdOf(anonymous)).toBeNull();
    expect(actorIdOf({ kind: 'payer', organizationId, invoiceId: 'i', scopes: [] })).toBeNull();
  });
});
