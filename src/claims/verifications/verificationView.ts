import { type Static, Type } from "typebox";
import { modelNamed } from "../../catalogue/index.ts";
import { deviceRecord, InvitationShape, invitationsOf, toInvitation } from "../../contracts/index.ts";
import { personOf, sightOf } from "../../identity/index.ts";
import { Instant, publicId, type ReadContext, shape, type Tx } from "../../platform/index.ts";
import { clipNames, clipsOfVerification, EvidenceShape, toEvidence } from "../evidence/index.ts";
import { ClipAskedShape, checklistNamed, families } from "./checklists.ts";
import { clipsShown, type ShownClip } from "./clipsShown.ts";
import {
  caseOfVerification,
  type Verification,
  type VerificationDecided,
  verificationId,
  verificationKinds,
  verificationStates,
  withOwner,
} from "./verification.ts";
import { decisionsOf } from "./verificationStore.ts";

const Clip = Type.Enum([...clipNames]);

/** What every list and page tells of a verification. */
export const verificationFields = {
  id: Type.String(),
  deviceId: Type.String(),
  serial: Type.String(),
  model: Type.String(),
  modelName: Type.String(),
  kind: Type.Enum([...verificationKinds]),
  state: Type.Enum([...verificationStates]),
  programme: Type.String(),
  region: Type.String(),
  zone: Type.String(),
  /** How often it was handed in; a decision names it. */
  submission: Type.Integer(),
  /** Who has the ball. */
  who: Type.Enum(["owner", "office", "nobody"]),
  /** Until when they have it. */
  dueAt: Type.Optional(Instant),
  askedAt: Instant,
  submittedAt: Type.Optional(Instant),
  closedAt: Type.Optional(Instant),
  /** Of an inspection: where the device is. */
  place: Type.Optional(Type.String()),
} as const;

/** What was decided of one submission. Who decided is for the office. */
const DecisionShape = shape({
  submission: Type.Integer(),
  decision: Type.Enum(["accept", "askAgain", "refuse"]),
  unfit: Type.Array(Clip),
  again: Type.Array(shape({ clip: Clip, reason: Type.String() })),
  reason: Type.Optional(Type.String()),
  clause: Type.Optional(Type.String()),
  decidedBy: Type.Optional(Type.String()),
  decidedAt: Instant,
});

/** A verification with its clips and what was said of them. */
export const VerificationShape = shape({
  ...verificationFields,
  /** The first use as it was told; left out where it was never used. */
  activatedAt: Type.Optional(Instant),
  /** Which devices it is filmed like. */
  family: Type.Enum([...families]),
  clips: Type.Array(
    shape({
      ...ClipAskedShape.properties,
      /** Whether it is to be filmed now, and why once more. */
      asked: Type.Boolean(),
      why: Type.Optional(Type.String()),
      /** The clip that counts; left out while there is none. */
      piece: Type.Optional(EvidenceShape),
      earlier: Type.Array(EvidenceShape),
    }),
  ),
  decisions: Type.Array(DecisionShape),
  /** The clauses that spoke when it was asked, and those of the doors: what a refusal may rest on. */
  clauses: Type.Array(Type.String()),
  invitation: Type.Optional(InvitationShape),
  /** For the office alone. */
  asker: Type.Optional(shape({ name: Type.String(), email: Type.String() })),
});
export type VerificationShape = Static<typeof VerificationShape>;

/** What lists and pages have in common. */
export function verificationRow(verification: Verification, model: { model: string; modelName: string }) {
  const { deviceId, serial, kind, state, programme, region, zone, submission } = verification;
  const { dueAt, askedAt, submittedAt, closedAt, place } = verification;
  return {
    id: verificationId(verification),
    deviceId: publicId("dev", deviceId),
    ...{ serial, ...model, kind, state, programme, region, zone, submission },
    who: whoHasIt(verification),
    ...(dueAt === null ? {} : { dueAt: dueAt.toString() }),
    askedAt: askedAt.toString(),
    ...(submittedAt === null ? {} : { submittedAt: submittedAt.toString() }),
    ...(closedAt === null ? {} : { closedAt: closedAt.toString() }),
    ...(place === null ? {} : { place }),
  };
}

/** Who has the ball. */
function whoHasIt({ state }: Verification): "owner" | "office" | "nobody" {
  if (withOwner.includes(state)) {
    return "owner";
  }
  return state === "submitted" ? "office" : "nobody";
}

/** The whole of a verification, as its caller sees it. */
export async function verificationView(
  db: ReadContext | Tx,
  verification: Verification,
): Promise<VerificationShape> {
  const { deviceId, no, askerId } = verification;
  const isOffice = sightOf(db.caller).office;
  const [record, pieces, decisions, invitations, person] = await Promise.all([
    deviceRecord(db, { deviceId }),
    clipsOfVerification(db, deviceId, no, !isOffice),
    decisionsOf(db, deviceId, no),
    invitationsOf(db, deviceId),
    isOffice ? personOf(db, askerId) : undefined,
  ]);
  const model = record?.device.model ?? "";
  const modelName = (await modelNamed(db, model))?.name ?? model;
  const id = verificationId(verification);
  const sent = invitations.find(({ subject }) => subject === id);
  const shown = clipsShown(verification, pieces, decisions);
  return {
    ...verificationRow(verification, { model, modelName }),
    ...(verification.activatedAt === null ? {} : { activatedAt: verification.activatedAt.toString() }),
    family: checklistNamed(verification.checklist).family,
    clips: checklistNamed(verification.checklist).clips.map((asked, place) => ({
      ...{ clip: asked.clip, film: asked.film, looksFor: [...asked.looksFor] },
      ...toShown(shown[place], verification, db),
    })),
    decisions: decisions.map((one) => toDecision(one, isOffice)),
    clauses: clausesOf(verification),
    ...(sent === undefined ? {} : { invitation: toInvitation(sent) }),
    ...(person === undefined ? {} : { asker: { name: person.name, email: person.email } }),
  };
}

function clausesOf({ receipt: { against, doors } }: Verification): string[] {
  const named = [...doors.map(({ clause }) => clause), ...against.map(({ clause }) => clause)];
  return [...new Set(named)];
}

function toShown(clip: ShownClip | undefined, verification: Verification, { caller }: ReadContext | Tx) {
  const of = caseOfVerification(verification);
  return {
    asked: clip?.isAsked ?? false,
    ...(clip?.why === undefined ? {} : { why: clip.why }),
    ...(clip?.piece === undefined ? {} : { piece: toEvidence(clip.piece, of, caller) }),
    earlier: (clip?.earlier ?? []).map((piece) => toEvidence(piece, of, caller)),
  };
}

function toDecision(decided: VerificationDecided, isOffice: boolean): Static<typeof DecisionShape> {
  const { submission, decision, unfit, again, reason, clause, decidedBy, decidedAt } = decided;
  return {
    ...{ submission, decision: decision === "ask_again" ? "askAgain" : decision },
    ...{ unfit: [...unfit], again: [...again] },
    ...(reason === null ? {} : { reason }),
    ...(clause === null ? {} : { clause }),
    ...(isOffice ? { decidedBy } : {}),
    decidedAt: decidedAt.toString(),
  };
}
