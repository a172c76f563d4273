export { isProved, type VatNumber, type VatState } from "./vatNumber.ts";
