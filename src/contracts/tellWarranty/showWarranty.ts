import { IdParams, notFound, read, readPublicId } from "../../platform/index.ts";
import { deviceRecord } from "../deviceRecord.ts";
import { sourcesOf, WarrantySchema, warrantiesOf, warrantyView } from "../warranties/index.ts";

/** GET /v1/devices/{id}/warranty: the warranty of record, whose word it rests on, and each version of it. */
export const showWarranty = read({
  route: "GET /v1/devices/{id}/warranty",
  permission: "warranty.read",
  summary: "Shows a device's warranty of record: what was told of it, by whom, and what followed",
  params: IdParams,
  reply: WarrantySchema,
  async run(db, { id }) {
    const deviceId = readPublicId("dev", id)?.rootId;
    const record = deviceId === undefined ? undefined : await deviceRecord(db, { deviceId });
    if (record === undefined) {
      throw notFound("device");
    }
    const [sources, warranties] = await Promise.all([
      sourcesOf(db, record.device.deviceId),
      warrantiesOf(db, record.device.deviceId),
    ]);
    return warrantyView(record, { sources, warranties });
  },
});
