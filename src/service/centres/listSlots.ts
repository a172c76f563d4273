import { type Static, Type } from "typebox";
import { badField, Day, IdParams, Instant, type Queryable, read, shape } from "../../platform/index.ts";
import type { Centre } from "./centre.ts";
import { quartersTaken } from "./centreStore.ts";
import { benchesFor, type CentreNeed } from "./fitOf.ts";
import { holidaysOf } from "./holidaysOf.ts";
import { needOf } from "./listCentres.ts";
import { demandedCentre } from "./showCentre.ts";
import { bookable, type SlotDay, STAFF_RULES, slotsOn } from "./slotsOn.ts";

const DEFAULT_DAYS = 14;

/** A day of a centre, with the times that can still be booked. */
export const FreeDay = shape({
  on: Day,
  /** A holiday, or another day that is special. */
  name: Type.Optional(Type.String()),
  /** The centre is open at all. */
  open: Type.Boolean(),
  slots: Type.Array(shape({ startsAt: Instant, endsAt: Instant, free: Type.Integer({ minimum: 1 }) })),
});
export type FreeDay = Static<typeof FreeDay>;

/** GET /v1/centres/{id}/slots: when a device can be brought. */
export const listSlots = read({
  route: "GET /v1/centres/{id}/slots",
  permission: "centre.read",
  summary:
    "The free times of a centre by day: within its hours, after its notice, on a bench that does the model.",
  params: IdParams,
  query: shape({
    model: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    /** The first day, by the centre's clock; today unless it is said. */
    from: Type.Optional(Day),
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 62 })),
    /** The times as well that only staff give: within the notice, and beyond the days ahead. */
    inside: Type.Optional(Type.Boolean()),
  }),
  reply: shape({ zone: Type.String(), slotMinutes: Type.Integer(), days: Type.Array(FreeDay) }),
  run: async (db, { id, model, from, days = DEFAULT_DAYS, inside = false }) => {
    if (inside && !["staff", "manager"].includes(db.caller.role)) {
      throw badField("/query/inside", "staff_only", "Leave it out: these times are given by the centre.");
    }
    const centre = await demandedCentre(db, id);
    const { zone, slotMinutes } = centre;
    const today = db.at.toZonedDateTimeISO(zone).toPlainDate();
    const first = from === undefined ? today : Temporal.PlainDate.from(from);
    const found =
      centre.closedAt === null ? await freeDays(db, centre, await needOf(db, { model }), first, days) : [];
    return {
      zone,
      slotMinutes,
      days: found.map(({ on, name, slots }) => ({
        on: on.toString(),
        ...(name === undefined ? {} : { name }),
        open: slots.length > 0,
        slots: bookable(inside ? STAFF_RULES : centre, slots, db.at)
          .filter(({ free }) => free > 0)
          .map(({ startsAt, endsAt, free }) => ({
            ...{ startsAt: startsAt.toString(), endsAt: endsAt.toString(), free },
          })),
      })),
    };
  },
});

/** The slots of some days of a centre, free or not. Two statements. */
export async function freeDays(
  db: Queryable,
  centre: Centre,
  need: CentreNeed,
  first: Temporal.PlainDate,
  days: number,
): Promise<readonly SlotDay[]> {
  const end = first.add({ days });
  const [holidays, taken] = await Promise.all([
    holidaysOf(db, centre, first, end),
    quartersTaken(
      db,
      centre.centreId,
      first.toZonedDateTime(centre.zone).toInstant(),
      end.toZonedDateTime(centre.zone).toInstant(),
    ),
  ]);
  const benches = benchesFor(centre, need);
  return Array.from({ length: days }, (_, index) =>
    slotsOn(centre, holidays, first.add({ days: index }), benches, taken),
  );
}
