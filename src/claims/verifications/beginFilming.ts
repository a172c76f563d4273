import type { Tx } from "../../platform/index.ts";
import type { EvidenceCase } from "../evidence/index.ts";
import { beginFilmingRow } from "./verificationStore.ts";

/** With its first clip a verification is being filmed. Claims are not concerned. */
export async function beginFilming(tx: Tx, { belongsTo, deviceId, ofNo }: EvidenceCase): Promise<void> {
  if (belongsTo === "verification") {
    await beginFilmingRow(tx, deviceId, ofNo);
  }
}
