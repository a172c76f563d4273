import { type Static, Type } from "typebox";
import { type Model, modelOf } from "../../catalogue/index.ts";
import { ClaimShape, claimId, claimsOfDevice, readClaim, toClaim } from "../../claims/index.ts";
import { deviceRecord, normaliseSerial } from "../../contracts/index.ts";
import { publicId, type ReadContext, read, shape } from "../../platform/index.ts";
import { casesAt, plainPlace } from "../bins/index.ts";
import { StraySchema, straysNamed, strayView } from "../strays/index.ts";
import { readScan } from "./readScan.ts";
import { type CaseFound, casesSentWith } from "./sentStore.ts";

/** What a scan at the intake is about. */
const Arrival = shape({
  /**
   * `cases`: open ones, or the newest that is over; `device`: one of ours without an open case; `unknown`:
   * no device of ours; `unreadable`: no serial at all.
   */
  kind: Type.Enum(["cases", "device", "unknown", "unreadable"]),
  cases: Type.Array(ClaimShape),
  device: Type.Optional(
    shape({
      id: Type.String(),
      serial: Type.String(),
      model: Type.String(),
      /** The unit was given away: this is the device that has its place. */
      isReplaced: Type.Boolean(),
      hasContract: Type.Boolean(),
    }),
  ),
  /** Of a serial we do not know: the model whose serials look so. Left out: it may be another maker's. */
  fits: Type.Optional(Type.String()),
  /** Parcels that are kept by themselves with this serial, or at this place. */
  strays: Type.Array(StraySchema),
});
type Arrival = Static<typeof Arrival>;

/** GET /v1/arrivals?scan=: what somebody has in hand. */
export const findArrival = read({
  route: "GET /v1/arrivals",
  permission: "stray.read",
  summary:
    "Says what a scan at the intake is about: a slip, a case, a serial, a place, a number of a parcel.",
  query: shape({ scan: Type.String({ minLength: 1, maxLength: 200 }) }),
  reply: Arrival,
  run: async (db, { scan: text }): Promise<Arrival> => {
    const scan = readScan(text);
    if (scan.kind === "claim") {
      const found = await readClaim(db, scan.id).catch(() => undefined);
      const cases = found === undefined ? [] : [toClaim(found.claim, found.claim.dueAt ?? undefined)];
      return { kind: found === undefined ? "unreadable" : "cases", cases, strays: [] };
    }
    const [byText, strays] = await Promise.all([
      casesNamed(db, scan.text),
      straysNamed(db, scan.serial ?? "", scan.text),
    ]);
    const shown = strays.map(strayView);
    const ofSerial = scan.serial === undefined ? undefined : await ofDevice(db, normaliseSerial(scan.serial));
    const open = [...(ofSerial?.cases ?? []).filter(isOpen), ...byText];
    if (open.length > 0) {
      const own = ofSerial?.device === undefined ? {} : { device: ofSerial.device };
      return { kind: "cases", cases: open, ...own, strays: shown };
    }
    if (ofSerial?.device !== undefined) {
      return { kind: "device", cases: ofSerial.cases.slice(0, 1), device: ofSerial.device, strays: shown };
    }
    const fits = scan.serial === undefined ? undefined : await modelFor(db, scan.serial);
    const kind = scan.serial === undefined ? "unreadable" : "unknown";
    return { kind, cases: [], ...(fits === undefined ? {} : { fits: fits.name }), strays: shown };
  },
});

const isOpen = ({ state }: ClaimShape): boolean => state !== "closed" && state !== "cancelled";

/** Open cases that lie at a place of this name, or whose owner named this number of a parcel. */
async function casesNamed(db: ReadContext, text: string): Promise<ClaimShape[]> {
  const named = await Promise.all([casesAt(db, plainPlace(text)), casesSentWith(db, text)]);
  const ids = [...new Set(named.flat().map((found: CaseFound) => claimId(found)))];
  const found = await Promise.all(ids.map(async (id) => await readClaim(db, id)));
  return found.flatMap((each) =>
    each === undefined ? [] : [toClaim(each.claim, each.claim.dueAt ?? undefined)],
  );
}

async function ofDevice(
  db: ReadContext,
  serial: string,
): Promise<Required<Pick<Arrival, "cases">> & Pick<Arrival, "device">> {
  const record = await deviceRecord(db, { serial });
  if (record === undefined) {
    return { cases: [] };
  }
  const { device } = record;
  const claims = await claimsOfDevice(db, device.deviceId);
  return {
    cases: claims.map((claim) => toClaim(claim, claim.dueAt ?? undefined)),
    device: {
      ...{ id: publicId("dev", device.deviceId), serial: device.serial, model: device.model },
      isReplaced: device.serial !== serial && device.nextSerial !== serial,
      hasContract: record.contracts.some(({ state }) => state === "active"),
    },
  };
}

async function modelFor(db: ReadContext, serial: string): Promise<Model | undefined> {
  return await modelOf(db, serial);
}
