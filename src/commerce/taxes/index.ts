export { type OrderTax, orderTax, type TaxTreatment, taxedPrice } from "./orderTax.ts";
export { type TaxedPart, type TaxSum, taxSums } from "./taxSums.ts";
export { percent, taxWords } from "./taxWords.ts";
export { unionCountries as UNION } from "./unionCountries.ts";
