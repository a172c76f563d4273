import type {
  addImportPart,
  addSupplier,
  listImportRefusals,
  listImports,
  listSuppliers,
  openImport,
  showImport,
  startImport,
  stopImport,
} from "../catalogue/index.ts";

/** The acts and reads about suppliers and their files, by the names they have here. */
export interface ShelfActs {
  readonly listSuppliers: typeof listSuppliers;
  readonly addSupplier: typeof addSupplier;
  readonly listImports: typeof listImports;
  readonly showImport: typeof showImport;
  readonly listImportRefusals: typeof listImportRefusals;
  readonly openImport: typeof openImport;
  readonly addImportPart: typeof addImportPart;
  readonly startImport: typeof startImport;
  readonly stopImport: typeof stopImport;
}
