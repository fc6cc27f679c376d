import { ApolloLink } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';

/**
 * Sends an operation's id, the SHA-256 of its text, in place of the text; and the text as well when the server does not know the id.
 * Browsers hash only in secure contexts: over plain HTTP from another machine the text is sent.
 */
export function persistedLink(): ApolloLink {
  if (!globalThis.isSecureContext)
    return new ApolloLink((operation, forward) => forward(operation));
  return new PersistedQueryLink({ sha256 });
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
