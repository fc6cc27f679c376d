/** "2,5" typed by a hand that uses decimal commas, as "2.5". Anything else stays and is judged as it is. */
export function toDecimalPoint(typed: string): string {
  const compact = typed.trim();
  return /^\d+,\d+$/.test(compact) ? compact.replace(',', '.') : compact;
}
