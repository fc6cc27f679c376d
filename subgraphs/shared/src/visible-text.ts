/** True for text of which a reader sees anything: not for spaces alone, nor for letters that draw nothing (zero-width, fillers, blank patterns). */
export const isVisible = (text: string): boolean =>
  /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
