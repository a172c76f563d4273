import { Type } from "typebox";
import { modelNamed } from "../catalogue/index.ts";
import { type DeviceRecord, deviceRecord, normaliseSerial } from "../contracts/index.ts";
import { personIdsOf, personOf } from "../identity/index.ts";
import { line, publicId, type ReadContext, read, shape } from "../platform/index.ts";
import { claimId } from "./claim.ts";
import { devicesHeldBy, draftOf, OFFICES_DRAFT } from "./reportDrafts/index.ts";
import { claimsOfDevice } from "./store.ts";

const Found = shape({
  deviceId: Type.String(),
  serial: Type.String(),
  modelName: Type.String(),
  zone: Type.String(),
  holder: shape({ name: Type.String(), email: Type.String() }),
  /** A report that the office began and has not sent. */
  hasDraft: Type.Boolean(),
  /** The case that is open; there is one at a time. */
  openClaim: Type.Optional(Type.String()),
});

/** GET /v1/reportable-devices: which device a caller talks about, by its serial or their address. */
export const findReportable = read({
  route: "GET /v1/reportable-devices",
  permission: "report.find",
  summary: "Finds the devices of a caller by serial or e-mail address, for a report by telephone.",
  query: shape({ search: line(254) }),
  reply: shape({ data: Type.Array(Found) }),
  run: async (db, { search }) => {
    const text = search.trim();
    const records = text.includes("@")
      ? await recordsOf(db, text)
      : [await deviceRecord(db, { serial: normaliseSerial(text) })];
    const found = records.map(async (record) => (record === undefined ? [] : await rowOf(db, record)));
    return { data: (await Promise.all(found)).flat() };
  },
});

async function recordsOf(db: ReadContext, email: string): Promise<(DeviceRecord | undefined)[]> {
  const persons = await personIdsOf(db, email.toLowerCase());
  const devices = persons.length === 0 ? [] : await devicesHeldBy(db, [...persons]);
  return await Promise.all(devices.map(({ deviceId }) => deviceRecord(db, { deviceId })));
}

async function rowOf(db: ReadContext, { device, contracts }: DeviceRecord) {
  const contract = contracts.at(-1);
  if (contract === undefined) {
    return [];
  }
  const { deviceId, serial, model } = device;
  const [holder, named, draft, claims] = await Promise.all([
    personOf(db, contract.holderId),
    modelNamed(db, model),
    draftOf(db, deviceId, OFFICES_DRAFT),
    claimsOfDevice(db, deviceId),
  ]);
  const open = claims.find(({ state }) => state !== "closed" && state !== "cancelled");
  return [
    {
      deviceId: publicId("dev", deviceId),
      ...{ serial, modelName: named?.name ?? model, zone: contract.zone },
      holder: { name: holder?.name ?? "", email: holder?.email ?? "" },
      hasDraft: draft !== undefined,
      ...(open === undefined ? {} : { openClaim: claimId(open) }),
    },
  ];
}
