import type { Platform } from "../../platform/index.ts";
import { type ExportedProduct, exportedBehind } from "./exportedProductStore.ts";
import { csvHeader, csvLine, ndjsonLine } from "./fileLine.ts";

const AT_ONCE = 500;

/**
 * The lines of a file of all products, or of a supplier's: some hundred at a time are read, behind the last
 * SKU, so that neither the file nor a cursor is held, however many there are.
 */
export async function* exportRows(
  platform: Platform,
  format: "csv" | "ndjson",
  supplier: string | undefined,
): AsyncGenerator<string> {
  const at = platform.clock.now();
  const line = format === "csv" ? csvLine : ndjsonLine;
  if (format === "csv") {
    yield csvHeader();
  }
  for (let behind = ""; ; ) {
    const rows: ExportedProduct[] = await exportedBehind(platform.database, behind, at, supplier, AT_ONCE);
    if (rows.length > 0) {
      yield rows.map(line).join("");
    }
    const last = rows.at(-1);
    if (rows.length < AT_ONCE || last === undefined) {
      return;
    }
    behind = last.sku;
  }
}
