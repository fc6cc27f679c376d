const maxLength = 254; // RFC 5321: what fits into a mail command.

/** One @, no blanks or quotes, a dot in the domain. Whether mail arrives only a mail can tell. */
const shape =
  /^[^\s\p{Cc}@"'(),:;<>[\\\]]{1,64}@[^\s\p{Cc}@"'(),:;<>[\\\]]+\.[^\s\p{Cc}@"'(),:;<>[\\\].]{2,}$/u;

/** The one spelling under which an e-mail address is stored and sought; null when it isn't one. */
export function normaliseEmail(text: string): string | null {
  const email = text.normalize('NFKC').trim().toLowerCase();
  return email.length <= maxLength && shape.test(email) ? email : null;
}
