import { type Static, Type } from "typebox";
import {
  badField,
  Instant,
  PageQuery,
  page,
  publicId,
  read,
  readPublicId,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { dueClocks } from "./dueKind.ts";
import { type DueRow, listDueRows } from "./dueStore.ts";
import { dueKinds } from "./kinds.ts";

/** Something that falls due: what began it, how it is counted, when, and what it brings. */
export const DueShape = shape({
  kind: Type.String(),
  name: Type.String(),
  /** The event it counts from, as GET /v1/events names it. */
  from: Type.String(),
  clock: Type.Enum([...dueClocks]),
  /** The time zone its days are days of. */
  zone: Type.String(),
  dueAt: Instant,
  /** When it was reached, or not needed any more. */
  metAt: Type.Optional(Instant),
  consequence: Type.String(),
  /** What warns before it, and when, where that is still to come. */
  warnings: Type.Array(shape({ kind: Type.String(), at: Type.Optional(Instant) })),
  claimId: Type.Optional(Type.String()),
  contractId: Type.Optional(Type.String()),
  deviceId: Type.Optional(Type.String()),
  serial: Type.Optional(Type.String()),
});
type DueShape = Static<typeof DueShape>;

const DEFAULT_LIMIT = 50;

/** GET /v1/deadlines: all that falls due, what is due first at the top. */
export const listDeadlines = read({
  route: "GET /v1/deadlines",
  permission: "deadline.read",
  summary: "All that falls due and what it brings, what is due first at the top; by kind, time or device.",
  query: shape({
    ...PageQuery,
    /** One or more kinds, separated by commas; without it all that people wait for. */
    kind: Type.Optional(Type.String({ maxLength: 400 })),
    /** Those that are to come, or those that were reached or not needed any more. */
    state: Type.Optional(Type.Enum(["open", "met"])),
    /** Due at this instant or later; due before this one. */
    from: Type.Optional(Instant),
    to: Type.Optional(Instant),
    deviceId: Type.Optional(Type.String({ maxLength: 80 })),
  }),
  reply: page(DueShape),
  csv: true,
  run: async (db, { after, limit = DEFAULT_LIMIT, kind, state = "open", from, to, deviceId }) => {
    const root = deviceId === undefined ? null : (readPublicId("dev", deviceId)?.rootId ?? "");
    const span = [from ?? null, to ?? null];
    const rows = await listDueRows(
      db,
      kindsOf(kind),
      state === "open",
      ...span,
      root,
      ...placeOf(after),
      limit + 1,
    );
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return { data: shown.map(toDue), nextCursor: last === undefined ? null : cursorOf(last) };
  },
});

function kindsOf(text: string | undefined): readonly string[] {
  if (text === undefined) {
    return [...dueKinds].filter(([, { isForPeople }]) => isForPeople).map(([kind]) => kind);
  }
  const wanted = text.split(",");
  const unknown = wanted.find((kind) => !dueKinds.has(kind));
  if (unknown !== undefined) {
    throw badField(
      "/query/kind",
      "not_listed",
      `There is no kind ${unknown}: ${[...dueKinds.keys()].join(", ")}.`,
    );
  }
  return wanted;
}

function cursorOf({ dueAt, rootId, kind, key }: DueRow): string {
  return [dueAt.toString(), rootId, kind, key].join("~");
}

function placeOf(after: string | undefined): readonly unknown[] {
  if (after === undefined) {
    return [null, null, null, null];
  }
  const [at = "", rootId, kind, ...key] = after.split("~");
  try {
    return [Temporal.Instant.from(at), rootId, kind, key.join("~")];
  } catch {
    throw wrongCursor();
  }
}

function toDue({ rootId, kind, key, dueAt, metAt, zone, isDevice, serial, around }: DueRow): DueShape {
  const { name, from, clock, then, warnedBy = [], of } = dueKinds.get(kind) ?? {};
  const no = /^[1-9]\d{0,8}/.exec(key)?.[0];
  const numbered = isDevice && no !== undefined ? Number(no) : undefined;
  return {
    ...{ kind, name: name ?? kind, from: from ?? "", clock: clock ?? "instant", zone: zone ?? "UTC" },
    ...{ dueAt: dueAt.toString(), consequence: then ?? "" },
    ...(metAt === null ? {} : { metAt: metAt.toString() }),
    warnings: warnedBy.map((warning) => {
      const known = around?.find((one) => one.kind === warning && one.key === key);
      return known === undefined
        ? { kind: warning }
        : { kind: warning, at: Temporal.Instant.from(known.dueAt).toString() };
    }),
    ...(of === "claim" && numbered !== undefined ? { claimId: publicId("clm", rootId, numbered) } : {}),
    ...(of === "contract" && numbered !== undefined ? { contractId: publicId("ctr", rootId, numbered) } : {}),
    ...(isDevice ? { deviceId: publicId("dev", rootId) } : {}),
    ...(serial === null ? {} : { serial }),
  };
}
