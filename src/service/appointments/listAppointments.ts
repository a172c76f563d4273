import { type Static, Type } from "typebox";
import { modelNamed } from "../../catalogue/index.ts";
import { personsInSight, sightOf } from "../../identity/index.ts";
import {
  badField,
  Instant,
  PageQuery,
  page,
  type ReadContext,
  read,
  readPublicId,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { type Centre, centreOf } from "../centres/index.ts";
import { AppointmentSchema, appointmentId, appointmentStates, appointmentView } from "./appointment.ts";
import { appointmentByNo, type ListedAppointment, pageOfAppointments } from "./appointmentStore.ts";

const DEFAULT_LIMIT = 50;

/** A visit in a list, and what it is about. */
export const ListedVisit = shape({
  ...AppointmentSchema.properties,
  serial: Type.String(),
  model: Type.String(),
  modelName: Type.String(),
  /** How the claim stands. */
  claimState: Type.String(),
  /** Whose case it is; for staff and managers. */
  owner: Type.Optional(Type.String()),
});
export type ListedVisit = Static<typeof ListedVisit>;

/** GET /v1/appointments: by time; an owner's own. */
export const listAppointments = read({
  route: "GET /v1/appointments",
  permission: "appointment.read",
  summary: "Lists appointments by their time: of a centre, of a claim, in some states, between two instants.",
  query: shape({
    ...PageQuery,
    centre: Type.Optional(Type.String({ maxLength: 80 })),
    claim: Type.Optional(Type.String({ maxLength: 80 })),
    /** One or more states, separated by commas. */
    state: Type.Optional(Type.String({ maxLength: 120 })),
    from: Type.Optional(Instant),
    to: Type.Optional(Instant),
  }),
  reply: page(ListedVisit),
  csv: true,
  run: async (db, { after, limit = DEFAULT_LIMIT, centre, claim, state, from = null, to = null }) => {
    const at = centre === undefined ? null : (readPublicId("cen", centre)?.rootId ?? "");
    const of = claim === undefined ? undefined : keyOf(claim);
    const found = await pageOfAppointments(
      db,
      ...(await placeOf(db, after)),
      ...[at, statesOf(state), from, to, of?.rootId ?? null],
      ...(await sightsOf(db)),
      ...[of?.no ?? null, limit + 1],
    );
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      data: await visitsOf(db, shown),
      nextCursor: last === undefined ? null : appointmentId(last),
    };
  },
});

/** Whose appointments are seen: null, all of them. */
async function sightsOf(db: ReadContext): Promise<readonly unknown[]> {
  const sight = sightOf(db.caller);
  if (sight.office) {
    return [null, null, null];
  }
  const link = sight.link?.kind === "claim" ? keyOf(sight.link.id) : undefined;
  return [[...(await personsInSight(db, sight))], link?.rootId ?? null, link?.no ?? null];
}

/** A claim that is none has no appointments. */
function keyOf(claim: string): { readonly rootId: string; readonly no: number } {
  const { rootId = "", no = 0 } = readPublicId("clm", claim) ?? {};
  return { rootId, no };
}

async function placeOf(db: ReadContext, after: string | undefined): Promise<readonly unknown[]> {
  if (after === undefined) {
    return [null, null, null];
  }
  const { rootId, no } = readPublicId("apt", after) ?? {};
  const last = rootId === undefined || no === undefined ? undefined : await appointmentByNo(db, rootId, no);
  if (last === undefined) {
    throw wrongCursor();
  }
  return [last.startsAt, last.deviceId, last.no];
}

function statesOf(text: string | undefined): readonly string[] | null {
  const wanted = text?.split(",") ?? null;
  const unknown = wanted?.find((name) => !appointmentStates.some((state) => state === name));
  if (unknown !== undefined) {
    const known = appointmentStates.join(", ");
    throw badField("/query/state", "not_listed", `There is no state ${unknown}: ${known}.`);
  }
  return wanted;
}

/** Appointments with their centres and models. */
export async function visitsOf(db: ReadContext, rows: readonly ListedAppointment[]): Promise<ListedVisit[]> {
  const seesOwners = ["staff", "manager"].includes(db.caller.role);
  const centres = new Map<string, Centre>();
  for (const id of new Set(rows.map(({ centreId }) => centreId))) {
    centres.set(id, (await centreOf(db, id)) as Centre);
  }
  return await Promise.all(
    rows.map(async (row) => ({
      ...appointmentView(row, centres.get(row.centreId) as Centre),
      ...{ serial: row.serial, model: row.model, claimState: row.claimState },
      ...(seesOwners && row.owner !== null ? { owner: row.owner } : {}),
      modelName: (await modelNamed(db, row.model))?.name ?? row.model,
    })),
  );
}
