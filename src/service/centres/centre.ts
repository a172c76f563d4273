import { type Static, Type } from "typebox";
import type { Claim } from "../../claims/index.ts";
import { Country, Day, Instant, line, publicId, shape } from "../../platform/index.ts";

/** How a device reaches a centre. */
export const centreChannels = ["parcel", "counter"] as const;
export type CentreChannel = (typeof centreChannels)[number];

/** The days of a week, from Monday. */
export const weekdays = [
  ...(["monday", "tuesday", "wednesday", "thursday"] as const),
  ...(["friday", "saturday", "sunday"] as const),
] as const;

/** A time of a day by the centre's clock, on a quarter of an hour; `24:00` is its end. */
const TimeOfDay = Type.String({ pattern: "^(([01][0-9]|2[0-3]):(00|15|30|45)|24:00)$" });

/** A time at which a centre is open: from and until. */
const Opening = shape({ from: TimeOfDay, to: TimeOfDay });
export type Opening = Static<typeof Opening>;
const Openings = Type.Array(Opening, { maxItems: 4 });

const Slug = line(60);
const Slugs = Type.Array(Slug, { maxItems: 200, uniqueItems: true });

/** A technician's place. Empty lists: all that its centre serves. */
export const BenchBody = shape({
  no: Type.Integer({ minimum: 1, maximum: 200 }),
  name: line(60),
  models: Slugs,
  series: Slugs,
});
export type Bench = Static<typeof BenchBody>;

/** What a centre is designated for; of several that would do the lowest priority is taken. */
const Designation = shape({
  regions: Type.Array(Slug, { minItems: 1, maxItems: 60, uniqueItems: true }),
  /** Empty: every model it serves. */
  models: Slugs,
  priority: Type.Integer({ minimum: 1, maximum: 1000 }),
});

/** What a manager says of a centre. Who says it again says all of it. */
export const centreBody = {
  name: line(120),
  channels: Type.Array(Type.Enum([...centreChannels]), { minItems: 1, maxItems: 2, uniqueItems: true }),
  address: shape({
    line1: line(120),
    line2: Type.Optional(line(120)),
    postcode: line(16),
    city: line(80),
  }),
  country: Country,
  place: Type.Optional(
    shape({
      latitude: Type.Number({ minimum: -90, maximum: 90 }),
      longitude: Type.Number({ minimum: -180, maximum: 180 }),
    }),
  ),
  zone: line(64),
  /** The regions of terms it serves. */
  regions: Type.Array(Slug, { minItems: 1, maxItems: 60, uniqueItems: true }),
  /** Models and series it serves; both empty: all. */
  models: Slugs,
  series: Slugs,
  hours: shape({
    monday: Type.Optional(Openings),
    tuesday: Type.Optional(Openings),
    wednesday: Type.Optional(Openings),
    thursday: Type.Optional(Openings),
    friday: Type.Optional(Openings),
    saturday: Type.Optional(Openings),
    sunday: Type.Optional(Openings),
  }),
  /** Single days on which it opens otherwise, holidays too. */
  exceptions: Type.Array(shape({ on: Day, name: line(100), openings: Openings }), { maxItems: 400 }),
  benches: Type.Array(BenchBody, { minItems: 1, maxItems: 60 }),
  designations: Type.Array(Designation, { maxItems: 60 }),
  slotMinutes: Type.Integer({ minimum: 15, maximum: 480, multipleOf: 15 }),
  /** The shortest time before a slot at which an owner may still book, move or cancel. */
  noticeMinutes: Type.Integer({ minimum: 0, maximum: 20_160 }),
  /** How many days ahead there are slots. */
  aheadDays: Type.Integer({ minimum: 1, maximum: 365 }),
} as const;
const CentreGiven = shape(centreBody);
export type CentreGiven = Static<typeof CentreGiven>;

/** A centre as it is stored. */
export interface Centre extends Omit<CentreGiven, "place"> {
  readonly centreId: string;
  readonly place: NonNullable<CentreGiven["place"]> | null;
  readonly closedAt: Temporal.Instant | null;
  readonly version: number;
}

/** A centre as it is shown: everybody may read it. */
export const CentreSchema = shape({
  id: Type.String(),
  ...centreBody,
  /** Since when it takes nothing any more. */
  closedAt: Type.Optional(Instant),
  version: Type.Integer(),
});
export type CentreView = Static<typeof CentreSchema>;

/** A centre as it is shown. */
export function centreView({ centreId, place, closedAt, ...centre }: Centre): CentreView {
  return {
    id: publicId("cen", centreId),
    ...centre,
    ...(place === null ? {} : { place }),
    ...(closedAt === null ? {} : { closedAt: closedAt.toString() }),
  };
}

/** How a case of a channel of claims reaches its centre. */
export function reachedBy(channel: Claim["channel"]): CentreChannel {
  return channel === "swift" ? "counter" : "parcel";
}
