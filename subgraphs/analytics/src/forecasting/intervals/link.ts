/**
 * The scale on which errors are compared: like the value itself near zero, like its logarithm far from it, for values of prepared series,
 * whose mean size is 1. Errors of business series are as skewed as that, and a value below zero needs no exception.
 */
export const toLink = (value: number): number => Math.asinh(value);
export const fromLink = (linked: number): number => Math.sinh(linked);
