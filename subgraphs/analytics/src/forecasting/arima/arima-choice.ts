import type { ArimaForm } from './arima-form.ts';

/** A form, and the point of its box where it fits best: other values of the same series, and forms like it, have their optimum near it. */
export type ArimaChoice = { readonly form: ArimaForm; readonly at: Float64Array };

/** In the order in which a point holds their coefficients; the constant comes after them. */
const orders = ['p', 'q', 'seasonalP', 'seasonalQ'] as const;

/**
 * Where an optimum lies in the box of a form: what both forms have stays the same, what only this one has begins at nothing.
 * @param usual the constant, where the other form has none
 */
export function placedIn(
  wanted: ArimaForm,
  { form, at }: ArimaChoice,
  usual: number,
): readonly number[] {
  let from = 0;
  const coefficients = orders.flatMap((order) => {
    const own = at.subarray(from, (from += form[order]));
    return Array.from({ length: wanted[order] }, (_, lag) => own[lag] ?? 0);
  });
  const constant = form.hasConstant ? (at[from] ?? usual) : usual;
  return wanted.hasConstant ? [...coefficients, constant] : coefficients;
}
