/** A colour of the theme by its name, for drawings that take CSS values. Follows the colour mode by itself. */
export function colorVariable(token: string): string {
  return `var(--finflow-colors-${token.replaceAll('.', '-')})`;
}
