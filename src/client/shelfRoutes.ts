import type { ShelfActs } from "./shelfActs.ts";

/** Where the acts and reads about suppliers and their files are served. */
export const shelfRoutes = {
  listSuppliers: "GET /v1/suppliers",
  addSupplier: "POST /v1/suppliers",
  listImports: "GET /v1/imports",
  showImport: "GET /v1/imports/{id}",
  listImportRefusals: "GET /v1/imports/{id}/refusals",
  openImport: "POST /v1/imports",
  addImportPart: "POST /v1/imports/{id}/parts",
  startImport: "POST /v1/imports/{id}/start",
  stopImport: "POST /v1/imports/{id}/stop",
} as const satisfies { [Name in keyof ShelfActs]: ShelfActs[Name]["route"] };
