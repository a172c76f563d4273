export { closeImport } from "./closeImport.ts";
export { COLUMN_NAMES, fieldColumns } from "./columns.ts";
export { importFile } from "./importFile.ts";
export { type ImportFormat, type ImportRun, ImportSchema, importFormats, importView } from "./importRun.ts";
export {
  beginAnew,
  countParts,
  deleteRefusals,
  importOf,
  insertImport,
  insertPart,
  markRunning,
  runningOf,
} from "./importStore.ts";
export { listImportRefusals, listImports, showImport } from "./listImports.ts";
export { lockSeenImport } from "./lockSeenImport.ts";
export { runImport } from "./runImport.ts";
export type { NamedValue, SupplierProduct, SupplierTier } from "./supplierProduct.ts";
