import { type Static, Type } from "typebox";
import { Day, Instant, publicId, shape } from "../../platform/index.ts";
import type { DeviceRecord } from "../deviceRecord.ts";
import { components, starts, tellers, versionsOf, type Warranty, type WarrantySource } from "./warranty.ts";
import { lastDayBefore } from "./warrantyDays.ts";

const Text = Type.Union([Type.String(), Type.Null()]);
const Source = shape({
  no: Type.Integer(),
  what: Type.Enum([...starts, "ends"]),
  toldAt: Type.Union([Instant, Type.Null()]),
  toldOn: Type.Union([Day, Type.Null()]),
  toldBy: Type.Enum([...tellers]),
  proof: Text,
  reason: Type.String(),
  claimId: Text,
  at: Instant,
  actor: Type.String(),
});
const Version = shape({
  no: Type.Integer(),
  component: Type.Enum([...components]),
  kind: Type.Enum(["started", "extended", "replaced"]),
  basis: Type.Enum([...starts, "ends", "plan", "replacement"]),
  sourceNo: Type.Union([Type.Integer(), Type.Null()]),
  startsOn: Type.Union([Day, Type.Null()]),
  lastDay: Day,
  endsAt: Instant,
  /** It counts for what was lost from then on; null: always. */
  countsFrom: Type.Union([Instant, Type.Null()]),
  longerBy: Text,
  rule: Text,
  clause: Text,
  reason: Type.String(),
  at: Instant,
  actor: Type.String(),
  /** The one that counts for its component now. */
  stands: Type.Boolean(),
});

/** The warranty of record of a device, with all that it rests on. */
export const WarrantySchema = shape({
  device: Type.String(),
  serial: Type.String(),
  model: Type.String(),
  zone: Type.String(),
  /** The number of the newest source or version: what was seen of it. */
  seen: Type.Integer(),
  /** What its owner says, which nothing rests on. */
  claimed: shape({
    activatedAt: Type.Union([Instant, Type.Null()]),
    purchasedOn: Type.Union([Day, Type.Null()]),
  }),
  sources: Type.Array(Source),
  versions: Type.Array(Version),
});
export type WarrantyView = Static<typeof WarrantySchema>;

/** What is kept of a device's warranty. */
export interface WarrantyKept {
  readonly sources: readonly WarrantySource[];
  readonly warranties: readonly Warranty[];
}

/** What somebody has seen who has seen all of this. */
export function seenOf({ sources, warranties }: WarrantyKept): number {
  return sources.length + warranties.length;
}

/** The zone in which the days of a device's warranty are counted: once it has begun, always the same. */
export function zoneOf({ contracts }: DeviceRecord, warranties: readonly Pick<Warranty, "zone">[]): string {
  return warranties.at(-1)?.zone ?? contracts.at(-1)?.zone ?? "UTC";
}

/** A warranty of record as it is shown. */
export function warrantyView(record: DeviceRecord, kept: WarrantyKept): WarrantyView {
  const { device } = record;
  const { sources, warranties } = kept;
  const zone = zoneOf(record, warranties);
  const standing = new Set(components.map((component) => versionsOf(warranties, component).at(-1)?.no));
  return {
    ...{ device: publicId("dev", device.deviceId), serial: device.serial, model: device.model, zone },
    seen: seenOf(kept),
    claimed: {
      activatedAt: device.activatedAt?.toString() ?? null,
      purchasedOn: device.purchasedOn?.toString() ?? null,
    },
    sources: sources.map(({ toldAt, toldOn, claimNo, at, ...told }) => ({
      ...told,
      toldAt: toldAt?.toString() ?? null,
      toldOn: toldOn?.toString() ?? null,
      claimId: claimNo === null ? null : publicId("clm", device.deviceId, claimNo),
      at: at.toString(),
    })),
    versions: warranties.map((version) => versionView(version, standing.has(version.no))),
  };
}

function versionView(version: Warranty, stands: boolean): Static<typeof Version> {
  const { contractNo: _contract, claimNo: _claim, zone, startsOn, endsAt, countsFrom, at, ...rest } = version;
  return {
    ...rest,
    startsOn: startsOn?.toString() ?? null,
    lastDay: lastDayBefore(endsAt, zone).toString(),
    endsAt: endsAt.toString(),
    countsFrom: countsFrom?.toString() ?? null,
    at: at.toString(),
    stands,
  };
}
