import { type DeviceRecord, deviceRecord } from "../contracts/index.ts";
import { notFound, type ReadContext, readPublicId, type Tx } from "../platform/index.ts";
import { mayReport } from "./mayReport.ts";

/**
 * The record of a device of which the caller may report damage now. Errors: Problem 404, also when it is not
 * theirs or nothing was ever bound to it.
 */
export async function demandReportable(
  db: Pick<Tx | ReadContext, "query" | "caller" | "at">,
  id: string,
): Promise<DeviceRecord> {
  const deviceId = readPublicId("dev", id)?.rootId;
  const record = deviceId === undefined ? undefined : await deviceRecord(db, { deviceId });
  const may =
    record !== undefined &&
    record.contracts.length > 0 &&
    (await mayReport(db, record, { incident: { at: db.at.toString() } }));
  if (!may) {
    throw notFound("device");
  }
  return record;
}
