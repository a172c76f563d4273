export {
  type BookedRecovery,
  bookRecovery,
  type SupplierPayment,
  takeSupplierPayment,
  writeOffRecovery,
} from "./bookRecovery.ts";
export { balancesOfSuppliers, type SupplierBalance } from "./supplierStore.ts";
