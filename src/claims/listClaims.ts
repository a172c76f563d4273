import { type Static, Type } from "typebox";
import { modelNamed } from "../catalogue/index.ts";
import { normaliseSerial } from "../contracts/index.ts";
import { permits, personsInSight, sightOf } from "../identity/index.ts";
import {
  badField,
  Instant,
  PageQuery,
  type ReadContext,
  read,
  readPublicId,
  Serial,
  shape,
  wrongCursor,
} from "../platform/index.ts";
import { ClaimShape, channels, claimId, claimStates, toClaim } from "./claim.ts";
import {
  countLateClaims,
  countOpenClaims,
  type ListedPromise,
  type ListedRow,
  listClaimRows,
} from "./listStore.ts";
import { nextSteps } from "./nextStep.ts";
import { claimByNo } from "./store.ts";

/** A row of the queue: the claim, the model it is about, how the payment of its fee stands. */
const ListedClaim = shape({
  ...ClaimShape.properties,
  model: Type.String(),
  modelName: Type.String(),
  /** The newest try to pay the fee; left out while there is none. */
  payment: Type.Optional(Type.Enum(["pending", "unknown", "succeeded", "failed"])),
  /** How many signals wait for a person; left out where none does, and for owners and partners. */
  signals: Type.Optional(Type.Integer({ minimum: 1 })),
  /** What we promise in it, for the office alone; left out where nothing is promised. */
  promise: Type.Optional(
    shape({
      promise: Type.Enum(["first_look", "dispatch", "answer"]),
      paused: Type.Boolean(),
      dueAt: Type.Optional(Instant),
      /** Three quarters of it are over; all of it is. */
      near: Type.Boolean(),
      late: Type.Boolean(),
    }),
  ),
});

/** GET /v1/claims: the work queue, oldest first; for an owner, their own claims. */
export const listClaims = read({
  route: "GET /v1/claims",
  permission: "claim.read",
  summary:
    "Claims by state, next step, channel or serial, oldest or most urgent first; with the number of open " +
    "claims at each step.",
  query: shape({
    ...PageQuery,
    /** One or more states, separated by commas. */
    state: Type.Optional(Type.String({ maxLength: 120 })),
    channel: Type.Optional(Type.Enum([...channels])),
    serial: Type.Optional(Serial),
    /** One or more next steps, separated by commas. */
    next: Type.Optional(Type.String({ maxLength: 120 })),
    /** Only those whose deadline is over. */
    overdue: Type.Optional(Type.Boolean()),
    /** The oldest first, or the one whose deadline is next. */
    sort: Type.Optional(Type.Enum(["opened", "due"])),
  }),
  reply: shape({
    data: Type.Array(ListedClaim),
    nextCursor: Type.Union([Type.String(), Type.Null()]),
    /** Open claims by state; empty for owners. */
    counts: Type.Record(Type.String(), Type.Integer()),
    /** The same by next step. */
    nextCounts: Type.Record(Type.String(), Type.Integer()),
    /** How many claims `overdue` lists; 0 for owners. */
    overdueCount: Type.Integer(),
  }),
  run: async (db, question) => {
    const { limit = 50, after, state, channel, serial, next, overdue = false, sort = "opened" } = question;
    const [persons, cursor] = await Promise.all([personsOfOwner(db), cursorOf(db, after, sort)]);
    const normal = serial === undefined ? null : normaliseSerial(serial);
    const states = readNames("state", state, claimStates);
    const steps = readNames("next", next, nextSteps);
    const filter = [states, channel ?? null, normal, persons, steps, overdue ? db.at : null];
    const rows = await listClaimRows[sort](db, ...filter, ...cursor, limit + 1);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const isOffice = persons === null;
    const counts = isOffice ? await countOpenClaims(db) : [];
    return {
      data: await Promise.all(shown.map((row) => toListed(db, row, isOffice))),
      nextCursor: last === undefined ? null : claimId(last),
      counts: sumsOf(counts.map((row) => [row.state, row.count])),
      nextCounts: sumsOf(counts.map((row) => [row.next, row.count])),
      overdueCount: isOffice ? (await countLateClaims(db, db.at)).count : 0,
    };
  },
});

async function toListed(
  db: ReadContext,
  row: ListedRow,
  isOffice: boolean,
): Promise<Static<typeof ListedClaim>> {
  const { model } = row.device;
  return {
    ...toClaim(row, row.dueAt ?? undefined),
    model,
    modelName: (await modelNamed(db, model))?.name ?? model,
    ...(row.payment === null ? {} : { payment: row.payment }),
    ...(row.signals > 0 && permits(db.caller, "signal.read") ? { signals: row.signals } : {}),
    ...(isOffice && row.promise !== null ? { promise: toPromise(row.promise) } : {}),
  };
}

function toPromise({ promise, isPaused, dueAt, isNear, isLate }: ListedPromise) {
  return {
    ...{ promise, paused: isPaused, near: isNear, late: isLate },
    ...(dueAt === null ? {} : { dueAt: Temporal.Instant.from(dueAt).toString() }),
  };
}

function sumsOf(counts: readonly (readonly [name: string, count: number])[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [name, count] of counts) {
    sums[name] = (sums[name] ?? 0) + count;
  }
  return sums;
}

/** The persons somebody is known as; null for those who see every claim. */
async function personsOfOwner(db: ReadContext): Promise<readonly string[] | null> {
  const sight = sightOf(db.caller);
  return sight.office ? null : [...(await personsInSight(db, sight))];
}

async function cursorOf(
  db: ReadContext,
  after: string | undefined,
  sort: "opened" | "due",
): Promise<readonly unknown[]> {
  if (after === undefined) {
    return [null, null, null];
  }
  const { rootId, no } = readPublicId("clm", after) ?? {};
  const claim = rootId === undefined || no === undefined ? undefined : await claimByNo(db, rootId, no);
  if (claim === undefined) {
    throw wrongCursor();
  }
  const place = sort === "due" ? (claim.dueAt ?? "infinity") : claim.openedAt;
  return [place, claim.deviceId, claim.no];
}

function readNames(
  field: "state" | "next",
  text: string | undefined,
  known: readonly string[],
): readonly string[] | null {
  if (text === undefined) {
    return null;
  }
  const wanted = text.split(",");
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw badField(`/query/${field}`, "not_listed", `There is no ${field} ${unknown}: ${known.join(", ")}.`);
  }
  return wanted;
}
