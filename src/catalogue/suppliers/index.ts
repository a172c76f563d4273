export { listSuppliers } from "./listSuppliers.ts";
export { type Supplier, SupplierSchema, supplierView } from "./supplier.ts";
export { insertSupplier, lockSupplier, supplierOf } from "./supplierStore.ts";
