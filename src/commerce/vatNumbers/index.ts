export { askVatNumber, VatId } from "./askVatNumber.ts";
export { demandVatForm } from "./demandVatForm.ts";
export { proveVatNumber, vatNumberDue, wantProof } from "./proveVatNumber.ts";
export { registeredTo } from "./registeredTo.ts";
export { TEST_NUMBERS } from "./testRegister.ts";
export { isProved, type VatNumber, type VatState } from "./vatNumber.ts";
export type { VatRegister } from "./vatRegister.ts";
export { vatNumberOf } from "./vatStore.ts";
export { viesRegister } from "./viesRegister.ts";
