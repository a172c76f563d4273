import { type DeviceRecord, deviceRecord, partSeenBy, ribbonFacts } from "../../contracts/index.ts";
import { readPublicId } from "../../platform/index.ts";
import { coveredPage } from "../pages/coveredPage.ts";
import { frameOf, get, type PageAnswer, reader, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";

async function donePage(visit: Visit): Promise<PageAnswer> {
  const done = visit.draft.parts.get("activated");
  const deviceId = readPublicId("dev", done?.deviceId ?? "")?.rootId;
  const record = deviceId === undefined ? undefined : await deviceRecord(reader(visit), { deviceId });
  if (done === undefined || record === undefined) {
    return { goTo: "/activate" };
  }
  const { product = "", endsAt = "", zone, email = "" } = done;
  return coveredPage(frameOf(visit, zone), {
    plan: en.ribbon.planNames[product] ?? product,
    endsAt,
    email,
    deviceId: done.deviceId ?? "",
    ribbon: await ribbonFacts(reader(visit), partOfHolder(record, endsAt)),
  });
}

/** What belongs to the holder of the contract just concluded: others may have had the device before. */
function partOfHolder(record: DeviceRecord, endsAt: string): DeviceRecord {
  const concluded = record.contracts.find((contract) => contract.endsAt.toString() === endsAt);
  return partSeenBy(record, new Set([concluded?.holderId ?? ""]));
}

/** The page after an activation, for the browser that activated. */
export const activatedRoutes = [get("/activate/done", donePage)];
