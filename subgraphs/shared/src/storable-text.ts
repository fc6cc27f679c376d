/** True for what Postgres can store as text: it takes neither NUL nor halves of surrogate pairs, such as of an emoji cut in two. */
export const isStorableText = (text: string): boolean =>
  !text.includes('\u0000') && text.isWellFormed();

/** Pattern for ILIKE that finds the text anywhere, letter by letter. Null, which finds nothing, for what no stored text can hold. */
export const containing = (text: string): string | null =>
  isStorableText(text) ? `%${text.replaceAll(/[\\%_]/g, '\\$&')}%` : null;
