/** True for text of which a reader sees anything: not for spaces alone, nor for letters that draw nothing (zero-width, fillers, blank patterns). */
export const isVisible = (text: string): boolean =>
  /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);

/**
 * True for text that is read in the order in which it is written. Embeddings, overrides and isolates (U+202A to U+202E, U+2066 to
 * U+2069) show letters turned round ("moc.elpmaxe" as "example.com"), also those that follow the text on a page. Scripts that run from
 * right to left need none of them; the marks that they do need (U+200E, U+200F, U+061C) turn no letters round.
 */
export const readsAsWritten = (text: string): boolean =>
  !/[\u202a-\u202e\u2066-\u2069]/u.test(text);
