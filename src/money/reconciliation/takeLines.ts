import type { Tx } from "../../platform/index.ts";
import type { ToldLine } from "../toldLine.ts";
import { lineIdOf } from "./ids.ts";
import { insertLines, noteGone, type Report } from "./reportStore.ts";

/**
 * Keeps lines of a report; answers with how many were not known. What is fetched is what stands there now.
 */
export async function takeLines(
  tx: Tx,
  { reportId, kind, party, origin }: Pick<Report, "reportId" | "kind" | "party" | "origin">,
  lines: readonly ToldLine[],
  since: Temporal.Instant,
): Promise<number> {
  const rows = lines.map((line, index) => ({
    ...line,
    at: line.at.toString(),
    lineId: lineIdOf(kind, party, line.entry, line.theirId),
    lineNo: index + 1,
  }));
  const isFetched = origin === "fetched";
  const taken = await insertLines(tx, reportId, kind, party, isFetched, JSON.stringify(rows));
  if (isFetched) {
    await noteGone(
      tx,
      kind,
      party,
      since,
      rows.map(({ lineId }) => lineId),
      tx.at,
    );
  }
  return taken;
}
