import { type Static, Type } from "typebox";
import {
  accepted,
  act,
  badField,
  type Caller,
  Day,
  type Decision,
  IdParams,
  Instant,
  line,
  notFound,
  readPublicId,
  shape,
  type Tx,
} from "../../platform/index.ts";
import { type DeviceRecord, lockDevice } from "../deviceRecord.ts";
import {
  endOfDay,
  loadWarranty,
  type NewSource,
  type Start,
  saveSources,
  saveWarranties,
  type Teller,
  versionsOf,
  WarrantySchema,
  type WarrantyView,
  warrantyView,
} from "../warranties/index.ts";
import { decideTellWarranty } from "./decideTellWarranty.ts";

/** What somebody tells of a warranty, and how they know. */
export const WarrantyBody = shape({
  /** When it was first activated. */
  activatedAt: Type.Optional(Instant),
  purchasedOn: Type.Optional(Day),
  shippedOn: Type.Optional(Day),
  madeOn: Type.Optional(Day),
  /** The last day that a paper names. It counts where nothing tells how the warranty began. */
  lastDay: Type.Optional(Day),
  /** What was seen: an invoice and its number. People of ours have one always. */
  proof: Type.Optional(line(200)),
  reason: line(500),
  /** What was seen of the record: another one there now is refused. */
  seen: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
});

/** POST /v1/devices/{id}/warranty: what the registry tells, or the office has seen. */
export const tellWarranty = act({
  route: "POST /v1/devices/{id}/warranty",
  permission: "warranty.tell",
  summary: "Tells how a device's warranty began, with a proof; both the old and the new record are kept",
  params: IdParams,
  body: WarrantyBody,
  reply: WarrantySchema,
  dryRun: true,
  run: async (tx, { id, proof, reason, seen, ...told }, at) => {
    const record = await lockedDevice(tx, id);
    const { kept, facts } = await loadWarranty(tx, record);
    const decision = decideTellWarranty({
      ...{ at, actor: tx.caller.id, toldBy: tellerOf(tx.caller), proof, reason, seen, facts },
      told: demandWarrantyTold(told, at, facts.zone),
    });
    if (decision.refused !== undefined) {
      return decision;
    }
    const { sources, versions } = decision.accepted;
    // One after the other: a version names its source.
    const allSources = await saveSources(tx, record, kept.sources, sources);
    const warranties = await saveWarranties(tx, record, kept.warranties, versions, reason);
    return accepted(warrantyView(record, { sources: allSources, warranties }));
  },
});

/** A warranty as it would be: what is told is decided, and nothing is kept. */
export interface WarrantyRehearsed {
  /** The device's record as it is, and as it would be. */
  readonly before: DeviceRecord;
  readonly after: DeviceRecord;
  readonly view: WarrantyView;
}

/** What a record would be by what is told. Errors: Problem 404 and 400, as when it is told. */
export async function rehearseWarranty(
  tx: Tx,
  { id, proof, reason, seen, ...told }: Static<typeof WarrantyBody> & { readonly id: string },
  at: Temporal.Instant,
): Promise<Decision<WarrantyRehearsed>> {
  const record = await lockedDevice(tx, id);
  const { kept, facts } = await loadWarranty(tx, record);
  const by = { at, actor: tx.caller.id, toldBy: tellerOf(tx.caller) };
  const rows = demandWarrantyTold(told, at, facts.zone);
  const decision = decideTellWarranty({ ...by, proof, reason, seen, facts, told: rows });
  if (decision.refused !== undefined) {
    return decision;
  }
  const { sources, versions } = decision.accepted;
  const last = (rowsKept: readonly { readonly no: number }[]) => rowsKept.at(-1)?.no ?? 0;
  const allSources = sources.map((one, place) => ({ ...one, ...by, no: last(kept.sources) + place + 1 }));
  const all = versions.map((one, place) => ({
    ...one,
    ...by,
    reason,
    no: last(kept.warranties) + place + 1,
  }));
  const warranties = [...kept.warranties, ...all];
  const warrantyEndsAt = versionsOf(warranties, "device").at(-1)?.endsAt ?? null;
  const after = { ...record, device: { ...record.device, warrantyEndsAt }, warranty: warranties };
  const view = warrantyView(after, { sources: [...kept.sources, ...allSources], warranties });
  return accepted({ before: record, after, view });
}

/** The registry's word comes by its key; everybody else who may tell is of the office. */
export function tellerOf({ role }: Caller): Teller {
  return role === "integrator" ? "registry" : "office";
}

async function lockedDevice(tx: Tx, id: string): Promise<DeviceRecord> {
  const key = readPublicId("dev", id);
  const record = key === undefined ? undefined : await lockDevice(tx, { deviceId: key.rootId });
  if (record === undefined) {
    throw notFound("device");
  }
  return record;
}

/** What is told, as sources have it. Errors: Problem 400 where nothing is told, or of a day to come. */
export function demandWarrantyTold(
  told: {
    readonly activatedAt?: string | undefined;
    readonly purchasedOn?: string | undefined;
    readonly shippedOn?: string | undefined;
    readonly madeOn?: string | undefined;
    readonly lastDay?: string | undefined;
  },
  at: Temporal.Instant,
  zone: string,
): readonly Pick<NewSource, "what" | "toldAt" | "toldOn">[] {
  const today = at.toZonedDateTimeISO(zone).toPlainDate();
  const day = (what: Exclude<Start, "activated">, field: "purchasedOn" | "shippedOn" | "madeOn") => {
    const text = told[field];
    if (text === undefined) {
      return [];
    }
    const toldOn = Temporal.PlainDate.from(text);
    if (Temporal.PlainDate.compare(toldOn, today) > 0) {
      throw badField(`/${field}`, "in_the_future", "A warranty begins with a day that was.");
    }
    return [{ what, toldAt: null, toldOn }];
  };
  const { activatedAt, lastDay } = told;
  const activation = activatedAt === undefined ? undefined : Temporal.Instant.from(activatedAt);
  if (activation !== undefined && Temporal.Instant.compare(activation, at) > 0) {
    throw badField("/activatedAt", "in_the_future", "A first activation lies in the past.");
  }
  const sources = [
    ...(activation === undefined ? [] : [{ what: "activated" as const, toldAt: activation, toldOn: null }]),
    ...day("purchased", "purchasedOn"),
    ...day("shipped", "shippedOn"),
    ...day("made", "madeOn"),
    ...(lastDay === undefined
      ? []
      : [{ what: "ends" as const, toldAt: endOfDay(Temporal.PlainDate.from(lastDay), zone), toldOn: null }]),
  ];
  if (sources.length === 0) {
    throw badField(
      "/activatedAt",
      "nothing_told",
      "Tell one day at least: of activation, purchase or shipping.",
    );
  }
  return sources;
}
