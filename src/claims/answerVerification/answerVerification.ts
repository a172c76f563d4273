import { Type } from "typebox";
import { termsInForce } from "../../catalogue/index.ts";
import { lockDevice, offersForModel, sendInvitation } from "../../contracts/index.ts";
import { accepted, act, badField, IdParams, line, notFound, shape, type Tx } from "../../platform/index.ts";
import type { Terms } from "../../terms/index.ts";
import { clipNames, clipsOfVerification } from "../evidence/index.ts";
import {
  askAgainRow,
  checklistNamed,
  closeRow,
  filmBy,
  insertDecision,
  lockVerification,
  openVerificationsOf,
  refuseVerification as refuse,
  stopWaiting,
  type Verification,
  VerificationShape,
  verificationId,
  verificationView,
  waitForOwner,
} from "../verifications/index.ts";
import { decideAnswerVerification, type ToWrite } from "./decideAnswerVerification.ts";

const Clip = Type.Enum([...clipNames]);
const MOST = { maxItems: clipNames.length };

/** POST /v1/verifications/{id}/decision: a person who looked at it accepts it, asks again, or refuses. */
export const answerVerification = act({
  route: "POST /v1/verifications/{id}/decision",
  permission: "verification.decide",
  summary: "Accepts a verification, asks for clips again, or refuses it with its reason and clause",
  params: IdParams,
  body: shape({
    decision: Type.Enum(["accept", "askAgain", "refuse"]),
    /** As it was looked at: another one handed in since is not decided by it. */
    submission: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
    /** Every clip, or point of an inspection, and whether it fits. */
    looked: Type.Array(shape({ clip: Clip, fits: Type.Boolean() }), MOST),
    again: Type.Optional(Type.Array(shape({ clip: Clip, reason: line(400) }), MOST)),
    reason: Type.Optional(line(1000)),
    clause: Type.Optional(line(60)),
  }),
  reply: VerificationShape,
  run: async (tx, { id, ...said }) => {
    const found = await lockVerification(tx, id);
    const clips = checklistNamed(found.checklist).clips.map(({ clip }) => clip);
    const decision = decideAnswerVerification(found, clips, said);
    if (decision.refused !== undefined) {
      return decision;
    }
    const terms = await termsInForce(tx, found.programme, tx.at, found.region);
    demandClause(terms, decision.accepted.clause);
    const done = await write(tx, found, { ...decision.accepted, clips, terms });
    return typeof done === "string" ? refuse(done) : accepted(await verificationView(tx, done));
  },
});

function demandClause({ clauses }: Terms, clause: string | null): void {
  if (clause !== null && !clauses.some(({ id }) => id === clause)) {
    throw badField("/clause", "unknown_clause", "Name a clause of the terms, such as activate.verified.");
  }
}

interface Written extends ToWrite {
  readonly clips: readonly string[];
  readonly terms: Terms;
}

/** Writes the decision down with what follows of it; the name of a refusal where another was faster. */
async function write(
  tx: Tx,
  found: Verification,
  written: Written,
): Promise<Verification | "verification_not_submitted" | "invitation_not_possible"> {
  const { deviceId, no, submission } = found;
  const { decision, clips, looked, unfit, again, reason, clause } = written;
  const kept = await insertDecision(
    tx,
    ...[deviceId, no, submission, decision, clips, looked, unfit, JSON.stringify(again)],
    ...[reason, clause, tx.caller.id, tx.at],
  );
  if (kept === undefined) {
    return "verification_not_submitted";
  }
  if (decision === "ask_again") {
    return await askAgain(tx, found, written);
  }
  const state = decision === "accept" ? "accepted" : "refused";
  const closed = await closeRow(tx, deviceId, no, ["submitted"], state, tx.at);
  if (closed === undefined) {
    return "verification_not_submitted";
  }
  stopWaiting(tx, closed);
  const told = { verificationNo: no, submission };
  if (decision === "refuse") {
    tx.record(deviceId, [{ type: "VerificationRefused", ...told, clause }]);
    return closed;
  }
  tx.record(deviceId, [{ type: "VerificationAccepted", ...told }]);
  await endOthers(tx, closed);
  return (await invite(tx, found, written.terms)) ? closed : "invitation_not_possible";
}

/** The first that is accepted wins: what others asked about the same device has nothing left to open. */
async function endOthers(tx: Tx, { deviceId, no }: Verification): Promise<void> {
  const others = (await openVerificationsOf(tx, deviceId)).filter((other) => other.no !== no);
  for (const other of others) {
    const ended = await closeRow(tx, deviceId, other.no, [other.state], "lapsed", tx.at);
    if (ended !== undefined) {
      stopWaiting(tx, ended);
      const told = { verificationNo: ended.no, because: "device_invited" };
      tx.record(deviceId, [{ type: "VerificationLapsed", ...told }]);
    }
  }
}

async function askAgain(
  tx: Tx,
  { deviceId, no, zone, submission }: Verification,
  { again }: Written,
): Promise<Verification | "verification_not_submitted"> {
  const dueAt = filmBy(tx.at, zone);
  const clips = again.map(({ clip }) => clip);
  const pieces = await clipsOfVerification(tx, deviceId, no, false);
  const asked = await askAgainRow(tx, deviceId, no, clips, pieces.at(-1)?.no ?? 0, dueAt);
  if (asked === undefined) {
    return "verification_not_submitted";
  }
  waitForOwner(tx, asked, dueAt);
  const told = { verificationNo: no, submission, clips, dueAt: dueAt.toString() };
  tx.record(deviceId, [{ type: "VerificationAskedAgain", ...told }]);
  return asked;
}

/** Accepted is invited: the one without the other is nothing. */
async function invite(tx: Tx, found: Verification, terms: Terms): Promise<boolean> {
  const { deviceId, kind: reason, askerId: personId, programme, region } = found;
  const record = await lockDevice(tx, { deviceId });
  if (record === undefined) {
    throw notFound("verification");
  }
  const offers = await offersForModel(tx, record.device.model);
  const plans = offers.filter((offer) => offer.programme === programme).map(({ plan }) => plan);
  const subject = verificationId(found);
  const wanted = { reason, subject, personId, programme, region, terms, plans };
  return (await sendInvitation(tx, record, wanted)) !== undefined;
}
