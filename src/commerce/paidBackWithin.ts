/** How soon what was paid at a distance is paid back, as the law has it: Directive 2011/83/EU, Art. 13. */
export const paidBackWithin = { hours: 14 * 24 };
