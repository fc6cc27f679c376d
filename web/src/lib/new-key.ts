/** A random key for one intention of the user, so that sending it twice acts once. (Not
 * crypto.randomUUID: browsers keep that from pages served without TLS.) */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
