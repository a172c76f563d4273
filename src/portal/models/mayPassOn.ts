import { termsOf } from "../../catalogue/index.ts";
import { deviceFacts, deviceRecord, planFacts } from "../../contracts/index.ts";
import { readPublicId } from "../../platform/index.ts";
import { reader, type Visit } from "../visit/visit.ts";

/**
 * Whether the terms let this contract pass to another holder at all; what stands in the way today is said
 * when asked.
 */
export async function mayPassOn(visit: Visit, contractId: string): Promise<boolean> {
  const { rootId: deviceId = "", no } = readPublicId("ctr", contractId) ?? {};
  const db = reader(visit);
  const record = await deviceRecord(db, { deviceId });
  const contract = record?.contracts.find((each) => each.no === no);
  if (record === undefined || contract === undefined) {
    return false;
  }
  const terms = await termsOf(db, contract.programme, contract.termsVersion);
  const { outcome } = terms.decide("transfer", {
    at: visit.now,
    device: deviceFacts(record),
    plan: planFacts(record, contract),
    transfer: { to: "holder", times: 0, requestedAt: visit.now },
  });
  return outcome !== "refused";
}
