export { closeGathered } from "./closeGathered.ts";
export { gatherLines, type LineToGather } from "./gatherLines.ts";
export { listSupplierOrders, lockNamedSupplierOrder, showSupplierOrder } from "./listSupplierOrders.ts";
export {
  type SupplierLine,
  type SupplierOrder,
  SupplierOrderSchema,
  type SupplierOrderState,
  type SupplierOrderView,
  supplierOrderStates,
  supplierOrderView,
  wantedOf,
} from "./supplierOrder.ts";
export {
  cancelSupplierLines,
  lockSupplierOrder,
  saveAnswer,
  saveArrival,
  supplierOrderOf,
} from "./supplierOrderStore.ts";
