import { type Static, Type } from "typebox";
import { modelOf } from "../../catalogue/index.ts";
import { claimId, nextStepOf, type readClaim, termsOfCase } from "../../claims/index.ts";
import { Country, Instant, type ReadContext, shape } from "../../platform/index.ts";
import { sendToOf } from "../showClaim.ts";
import { intakesOf } from "../store.ts";
import { packingNotes } from "./packingNotes.ts";
import { sendingsOf } from "./sendingStore.ts";

/** What goes into the parcel of a case. */
export const PackingShape = shape({
  caseId: Type.String(),
  serial: Type.String(),
  model: Type.String(),
  modelName: Type.String(),
  /** Nothing is awaited any more, or nothing is sent at all: then `send` is empty. */
  isAwaited: Type.Boolean(),
  send: Type.Array(Type.String()),
  keep: Type.Array(Type.String()),
  /** What is done before it is packed. */
  before: Type.Array(Type.String()),
  sendTo: Type.Optional(
    shape({ name: Type.String(), street: Type.String(), town: Type.String(), country: Country }),
  ),
  sendBy: Type.Optional(Instant),
  zone: Type.String(),
  /** It is carried over a counter. */
  isBrought: Type.Boolean(),
  /** What its owner says has left, oldest first. */
  sent: Type.Array(
    shape({
      parts: Type.Array(Type.String()),
      carrier: Type.Optional(Type.String()),
      tracking: Type.Optional(Type.String()),
      at: Instant,
    }),
  ),
});
export type Packing = Static<typeof PackingShape>;

const AWAITED = ["send", "send_rest", "send_back"];

/** The packing list of a case as it stands. */
export async function packingOf(
  db: ReadContext,
  { claim, record }: NonNullable<Awaited<ReturnType<typeof readClaim>>>,
): Promise<Packing> {
  const { device } = record;
  const contract = record.contracts.find(({ no }) => no === claim.contractNo);
  const [terms, model, intakes, sent, sendTo] = await Promise.all([
    termsOfCase(db, record, { ...claim, contract }),
    modelOf(db, device.serial, device.model),
    intakesOf(db, claim.deviceId, claim.no),
    sendingsOf(db, claim.deviceId, claim.no),
    sendToOf(db, claim),
  ]);
  const next = nextStepOf(claim, claim.dueAt ?? undefined);
  const isAwaited = AWAITED.includes(next.what) && claim.receipt.outcome !== "refused";
  const arrived = new Set(intakes.flatMap(({ parts }) => parts));
  const send = isAwaited ? (terms?.parts(device.model) ?? []).filter((part) => !arrived.has(part)) : [];
  const notes = packingNotes(device, send);
  return {
    caseId: claimId(claim),
    ...{ serial: claim.serial, model: device.model, modelName: model?.name ?? device.model },
    ...{ isAwaited, send: [...send], keep: [...notes.keep], before: [...notes.before] },
    ...(sendTo === undefined ? {} : { sendTo: { ...sendTo } }),
    ...(isAwaited && next.by !== undefined ? { sendBy: next.by } : {}),
    ...{ zone: claim.zone, isBrought: claim.channel === "swift" && next.what === "send" },
    sent: sent.map(({ parts, carrier, tracking, at }) => ({
      parts: [...parts],
      ...(carrier === null ? {} : { carrier }),
      ...(tracking === null ? {} : { tracking }),
      at: at.toString(),
    })),
  };
}
