/** Markup that is safe to send: everything put into it was escaped. */
export interface Html {
  readonly markup: string;
}

const ESCAPES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => ESCAPES.get(character) ?? '');

/** A template tag: text and numbers are escaped, other Html is taken as it is. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (Html | string | number)[]
): Html {
  const markup = parts.reduce((text, part, index) => {
    const value = values[index - 1] ?? '';
    return text + (typeof value === 'object' ? value.markup : escapeHtml(String(value))) + part;
  });
  return { markup };
}
