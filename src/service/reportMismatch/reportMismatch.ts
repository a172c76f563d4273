import { Type } from "typebox";
import {
  askQuestion,
  type Claim,
  ClaimShape,
  type LockedCase,
  lockCase,
  type MismatchKind,
  Parts,
  REPORT_LAPSES,
  refuseClaim,
  sendBack,
  toClaim,
} from "../../claims/index.ts";
import { normaliseSerial } from "../../contracts/index.ts";
import {
  accepted,
  act,
  type Decision,
  failPoint,
  IdParams,
  line,
  Serial,
  shape,
  type Tx,
} from "../../platform/index.ts";
import { judgeParcel } from "../judgeParcel.ts";
import { keepParcel } from "../strays/index.ts";
import { type ParcelUnpacked, takeIn } from "../takeIn.ts";
import { decideReportMismatch, type MismatchFound, mismatchChoices } from "./decideReportMismatch.ts";
import { insertMismatch } from "./mismatchStore.ts";

/** POST /v1/claims/{id}/mismatch: what came is not what was awaited, and this is what we do about it. */
export const reportMismatch = act({
  route: "POST /v1/claims/{id}/mismatch",
  permission: "claim.receive",
  summary:
    "Says that what came is not what was awaited: ask the owner, send it back, or go on with a reason.",
  params: IdParams,
  body: shape({
    serial: Serial,
    parts: Parts,
    condition: line(200),
    weightGrams: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    foreign: Type.Optional(Type.Boolean()),
    conditionDiffers: Type.Optional(Type.Boolean()),
    choice: Type.Enum([...mismatchChoices]),
    /** Why; what the owner is asked or told. */
    reason: line(500),
    /** Where it lies, when it is kept by itself. */
    place: Type.Optional(line(40)),
    intakes: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
  }),
  reply: shape({
    claim: ClaimShape,
    kinds: Type.Array(Type.String()),
    missing: Type.Array(Type.String()),
  }),
  run: async (tx, { foreign = false, conditionDiffers = false, ...command }) => {
    const serial = normaliseSerial(command.serial);
    const locked = await lockCase(tx, command.id);
    const told = { ...command, serial, foreign, conditionDiffers };
    const decision = decideReportMismatch(told, locked);
    if (decision.refused !== undefined) {
      return decision;
    }
    const found = decision.accepted;
    const taken = found.isOfCase
      ? await takeParcel(tx, locked, told)
      : await keepApart(tx, locked, { ...told, why: found.kinds[0] as "another_device" | "another_maker" });
    if (taken.refused !== undefined) {
      return taken;
    }
    const followed = await follow(tx, { ...taken.accepted, found, ...command, serial }, locked);
    failPoint(tx.platform, "mismatch_saved");
    return followed === undefined
      ? refuseClaim("claim_not_at_this_step")
      : accepted({
          claim: toClaim(followed.claim, followed.dueAt),
          kinds: [...found.kinds],
          missing: [...found.missing],
        });
  },
});

interface Taken {
  readonly claim: Claim;
  readonly dueAt: Temporal.Instant | undefined;
  readonly intakeNo: number | null;
  readonly strayId: string | null;
}

async function takeParcel(tx: Tx, locked: LockedCase, parcel: ParcelUnpacked): Promise<Decision<Taken>> {
  const judged = judgeParcel(parcel, locked, tx.at);
  const taken = judged.refused === undefined ? await takeIn(tx, locked, parcel, judged.accepted) : judged;
  if (taken.refused !== undefined) {
    return taken;
  }
  const { moved, restBy, intakeNo } = taken.accepted;
  return accepted({ claim: moved, dueAt: restBy, intakeNo, strayId: null });
}

/** What is of another device is kept by itself; the case goes on waiting for its own. */
async function keepApart(
  tx: Tx,
  { claim }: LockedCase,
  parcel: ParcelUnpacked & {
    readonly why: "another_device" | "another_maker";
    readonly place?: string | undefined;
  },
): Promise<Decision<Taken>> {
  const { why, serial, parts, condition, weightGrams, place = "INTAKE" } = parcel;
  const kept = await keepParcel(tx, { why, serial, parts, contents: condition, weightGrams, place, claim });
  return accepted({ claim, dueAt: claim.dueAt ?? undefined, intakeNo: null, strayId: kept.strayId });
}

type Following = Taken & {
  readonly found: MismatchFound;
  readonly choice: "ask" | "refuse" | "continue";
  readonly reason: string;
  readonly serial: string;
};

/** While the owner is asked, the case waits for nothing else; while an appeal is asked, for nobody. */
function putOff(
  tx: Tx,
  { deviceId, no, dueAt, appeal }: LockedCase["claim"],
  { isTaken, until }: { readonly isTaken: boolean; readonly until: Temporal.Instant },
): void {
  if (appeal === "asked") {
    return;
  }
  if (isTaken) {
    tx.meet(deviceId, REPORT_LAPSES, String(no));
  } else if (dueAt !== null && Temporal.Instant.compare(dueAt, until) < 0) {
    tx.schedule(deviceId, REPORT_LAPSES, String(no), until);
  }
}

/** Asks, sends back or goes on, and writes down what was found. Undefined: the case has moved on. */
async function follow(
  tx: Tx,
  { claim, dueAt, intakeNo, strayId, found, choice, reason, serial }: Following,
  { claim: before }: LockedCase,
): Promise<{ readonly claim: Claim; readonly dueAt: Temporal.Instant | undefined } | undefined> {
  const { deviceId, no } = claim;
  const { kinds, missing } = found;
  const about = kinds[0] as MismatchKind;
  const asked = choice === "ask" ? await askQuestion(tx, before, { about, says: reason }) : undefined;
  if (choice === "ask" && asked === undefined) {
    return undefined;
  }
  if (asked !== undefined) {
    putOff(tx, before, { isTaken: strayId === null, until: asked.dueAt });
  }
  const back = choice === "refuse" && strayId === null ? await sendBack(tx, claim) : claim;
  const refs = [intakeNo, asked?.no ?? null, strayId];
  await insertMismatch(
    ...([tx, deviceId, no, kinds, serial, missing, choice, reason, ...refs, tx.at, tx.caller.id] as const),
  );
  tx.record(deviceId, [{ type: "MismatchFound", claimNo: no, kinds, choice, missing }]);
  if (choice === "refuse") {
    tx.record(deviceId, [{ type: "ParcelRefused", claimNo: no, kinds, reason, isOfCase: strayId === null }]);
  }
  if (back === undefined) {
    return undefined;
  }
  const question =
    asked === undefined ? null : { no: asked.no, about, says: reason, askedAt: tx.at.toString() };
  if (choice === "refuse" && strayId === null) {
    tx.meet(deviceId, REPORT_LAPSES, String(no));
    return { claim: back, dueAt: undefined };
  }
  return { claim: { ...back, question }, dueAt: asked?.dueAt ?? dueAt };
}
