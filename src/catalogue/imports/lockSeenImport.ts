import { notFound, type Queryable, readPublicId, type Tx } from "../../platform/index.ts";
import type { ImportRun } from "./importRun.ts";
import { importOf, lockImport } from "./importStore.ts";

/** Locks the import with this outside id. Errors: Problem 404. */
export async function lockSeenImport(tx: Tx, id: string): Promise<ImportRun> {
  return there(await lockImport(tx, rootOf(id)));
}

/** The import with this outside id. Errors: Problem 404. */
export async function seenImport(db: Queryable, id: string): Promise<ImportRun> {
  return there(await importOf(db, rootOf(id)));
}

function rootOf(id: string): string {
  const key = readPublicId("imp", id);
  if (key === undefined || key.no !== undefined) {
    throw notFound("import");
  }
  return key.rootId;
}

function there(run: ImportRun | undefined): ImportRun {
  if (run === undefined) {
    throw notFound("import");
  }
  return run;
}
