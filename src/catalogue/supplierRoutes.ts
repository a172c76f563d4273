import type { Module } from "../platform/index.ts";
import { addFeed } from "./addFeed/addFeed.ts";
import { addImportPart } from "./addImportPart/addImportPart.ts";
import { addSupplier } from "./addSupplier/addSupplier.ts";
import { listFeeds, showFeed } from "./feeds/index.ts";
import { listImportRefusals, listImports, showImport } from "./imports/index.ts";
import { openImport } from "./openImport/openImport.ts";
import { reviseFeed } from "./reviseFeed/reviseFeed.ts";
import { reviseSupplier } from "./reviseSupplier/reviseSupplier.ts";
import { runFeed } from "./runFeed/runFeed.ts";
import { startImport } from "./startImport/startImport.ts";
import { stopImport } from "./stopImport/stopImport.ts";
import { listSuppliers } from "./suppliers/index.ts";

export {
  addFeed,
  addImportPart,
  addSupplier,
  listFeeds,
  listImportRefusals,
  listImports,
  listSuppliers,
  openImport,
  reviseFeed,
  reviseSupplier,
  runFeed,
  showFeed,
  showImport,
  startImport,
  stopImport,
};

/** What may be asked of suppliers, and of the files they send or let us fetch. */
export const supplierRoutes: NonNullable<Module["routes"]> = [
  ...[listSuppliers, addSupplier, reviseSupplier],
  ...[listImports, showImport, listImportRefusals, openImport, addImportPart, startImport, stopImport],
  ...[listFeeds, showFeed, addFeed, reviseFeed, runFeed],
];
