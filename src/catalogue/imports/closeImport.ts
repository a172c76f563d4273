import type { Tx } from "../../platform/index.ts";
import type { ImportRun } from "./importRun.ts";
import { deleteParts, endImport } from "./importStore.ts";

/** Ends a locked import. Parts stay where it can go on from them: after a check, or when it was stopped. */
export async function closeImport(
  tx: Tx,
  run: ImportRun,
  end: { readonly state: "done" | "stopped" } | { readonly state: "failed"; readonly failure: string },
): Promise<void> {
  const { rowsNew, rowsChanged, rowsSame, rowsRefused, isCheck, importId } = run;
  const failure = "failure" in end ? end.failure : null;
  const rows = { new: rowsNew, changed: rowsChanged, same: rowsSame, refused: rowsRefused };
  tx.record(importId, [{ type: "ImportEnded", state: end.state, isCheck, rows, failure }]);
  await endImport(tx, importId, end.state, failure, tx.at);
  if (end.state === "failed" || (end.state === "done" && !isCheck)) {
    await deleteParts(tx, importId);
  }
}
