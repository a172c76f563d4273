import { type Static, Type } from "typebox";
import { Day, IdParams, Instant, read, shape } from "../../platform/index.ts";
import { CentreSchema, centreView, demandedCentre, freeDays } from "../centres/index.ts";
import { type Appointment, liveStates } from "./appointment.ts";
import { pageOfAppointments } from "./appointmentStore.ts";
import { blocksBetween } from "./benchStore.ts";
import { BlockSchema, blockView } from "./block.ts";
import { ListedVisit, visitsOf } from "./listAppointments.ts";

/** More visits than any centre has in a week. */
const MOST = 5000;

/** A centre's days as its staff see them. */
export const CalendarSchema = shape({
  centre: CentreSchema,
  days: Type.Array(
    shape({
      on: Day,
      name: Type.Optional(Type.String()),
      /** Every slot of the day, and on how many benches it is free. */
      slots: Type.Array(shape({ startsAt: Instant, endsAt: Instant, free: Type.Integer() })),
    }),
  ),
  /** What is held, booked or here by time, then what was. Cancelled and lapsed ones are in the list alone. */
  appointments: Type.Array(ListedVisit),
  blocks: Type.Array(BlockSchema),
});
export type Calendar = Static<typeof CalendarSchema>;

/** GET /v1/centres/{id}/calendar: benches, visits and blocks of some days. */
export const showCalendar = read({
  route: "GET /v1/centres/{id}/calendar",
  permission: "appointment.calendar",
  summary: "The calendar of a centre: its benches, the slots of each day, who comes, what is blocked.",
  params: IdParams,
  query: shape({
    /** The first day, by the centre's clock; today unless it is said. */
    from: Type.Optional(Day),
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 31 })),
  }),
  reply: CalendarSchema,
  run: async (db, { id, from, days = 1 }) => {
    const centre = await demandedCentre(db, id);
    const { zone, centreId } = centre;
    const first =
      from === undefined ? db.at.toZonedDateTimeISO(zone).toPlainDate() : Temporal.PlainDate.from(from);
    const [begins, ends] = [first, first.add({ days })].map((day) => day.toZonedDateTime(zone).toInstant());
    const seen = ["held", "booked", "arrived", "served", "no_show"];
    const [laid, visits, blocks] = await Promise.all([
      freeDays(db, centre, {}, first, days),
      pageOfAppointments(
        db,
        ...[null, null, null, centreId, seen, begins, ends, null, null, null, null, null, MOST],
      ),
      blocksBetween(db, centreId, begins, ends),
    ]);
    return {
      centre: centreView(centre),
      days: laid.map(({ on, name, slots }) => ({
        on: on.toString(),
        ...(name === undefined ? {} : { name }),
        slots: slots.map(({ startsAt, endsAt, free }) => ({
          ...{ startsAt: startsAt.toString(), endsAt: endsAt.toString(), free },
        })),
      })),
      // Who is still to be served stands before who had the same bench and did not come.
      appointments: await visitsOf(db, [...visits.filter(isLive), ...visits.filter((one) => !isLive(one))]),
      blocks: blocks.map(blockView),
    };
  },
});

function isLive({ state }: Pick<Appointment, "state">): boolean {
  return liveStates.includes(state);
}
