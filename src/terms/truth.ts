/**
 * Kleene's three values as numbers, so that "and" is the smaller, "or" the larger and "not" the mirror image:
 * an unknown that cannot change the result disappears by itself.
 */
export type Truth = 0 | 1 | 2;

export const no: Truth = 0;
export const unknown: Truth = 1;
export const yes: Truth = 2;

export const and = (a: Truth, b: Truth): Truth => (a < b ? a : b);
export const or = (a: Truth, b: Truth): Truth => (a > b ? a : b);
export const not = (a: Truth): Truth => (2 - a) as Truth;
export const truthOf = (value: boolean): Truth => (value ? yes : no);
