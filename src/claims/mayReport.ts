import type { DeviceRecord } from "../contracts/index.ts";
import { isOwner, personIdsOf } from "../identity/index.ts";
import type { ReadContext, Tx } from "../platform/index.ts";
import { contractOfCase } from "./claimFacts.ts";
import type { Incident } from "./incident.ts";
import { draftLinkId, draftOf, OWNERS_DRAFT } from "./reportDrafts/index.ts";

/**
 * An owner reports damage of what is theirs; another's device reads as one that is not there. A link that
 * opens the draft of a report lets report its device, while who holds it is the one it was mailed to.
 */
export async function mayReport(
  tx: Pick<Tx | ReadContext, "query" | "caller">,
  record: DeviceRecord,
  { incident }: { readonly incident: Pick<Incident, "at"> },
): Promise<boolean> {
  const { email, link } = tx.caller;
  if (!isOwner(tx.caller)) {
    return true;
  }
  // Whoever held it last may ask, also where nothing covers it any more: the answer says why.
  const contract = contractOfCase(record, { incident: incident as Incident }) ?? record.contracts.at(-1);
  if (contract === undefined) {
    return false;
  }
  const { deviceId } = record.device;
  const own = { deviceId, no: OWNERS_DRAFT, personId: contract.holderId };
  if (link?.kind === "draft" && link.id === draftLinkId(own)) {
    return (await draftOf(tx, deviceId, OWNERS_DRAFT))?.personId === contract.holderId;
  }
  const known = email === undefined ? [] : await personIdsOf(tx, email);
  return known.includes(contract.holderId);
}
