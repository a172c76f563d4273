export { demandZone } from "./demandZone.ts";
export { listSuppliers } from "./listSuppliers.ts";
export { type Supplier, SupplierSchema, supplierView } from "./supplier.ts";
export { insertSupplier, lockSupplier, supplierOf, updateSupplier } from "./supplierStore.ts";
