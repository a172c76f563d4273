import { type Static, Type } from "typebox";
import { Instant, Money, publicId, ReceiptSchema, shape } from "../platform/index.ts";
import type { CombinedFindings, Receipt } from "../terms/index.ts";
import { type CoreState, coreStates } from "./advance.ts";
import { type Choice, ChoiceShape } from "./choice.ts";
import { type FindingDecided, FoundShape, toFound } from "./eachFinding.ts";
import type { Findings, Incident } from "./incident.ts";
import { NextStepShape, nextStepOf } from "./nextStep.ts";
import { type Question, QuestionShape, toQuestion } from "./questions/question.ts";
import { type Route, routes } from "./routes.ts";

/**
 * reported -> received -> inspected -> chosen -> paid -> replaced -> shipped -> closed.
 * A repair skips `replaced`; a fee of nothing skips `chosen`; an advance exchange goes from reported to
 * chosen. Paid means that nothing is owed any more; until then a claim can be cancelled.
 */
export const claimStates = [
  "reported",
  "received",
  "inspected",
  "chosen",
  "paid",
  "replaced",
  "shipped",
  "closed",
  "cancelled",
] as const;
export type ClaimState = (typeof claimStates)[number];

/** asked -> upheld | dismissed | withdrawn. */
export const appealStates = ["asked", "upheld", "dismissed", "withdrawn"] as const;
export type AppealState = (typeof appealStates)[number];

/** How the device reaches the bench: by parcel, by parcel with a swap on arrival, or over the counter. */
export const channels = ["online", "quick", "swift"] as const;

/** One case, from the report of a damage to its close. Numbered within its device. */
export interface Claim {
  readonly deviceId: string;
  readonly no: number;
  readonly contractNo: number | null;
  /** The serial the device wore when it was reported. */
  readonly serial: string;
  readonly state: ClaimState;
  readonly channel: (typeof channels)[number];
  readonly wants: "replacement" | "repair";
  readonly region: string;
  readonly currency: string;
  readonly incident: Incident;
  readonly findings: Findings | null;
  readonly returnedParts: readonly string[] | null;
  readonly reporterId: string;
  /** Of several findings that of the one that leads. */
  readonly receipt: Receipt;
  /** Each finding with its receipt, where there are several, and what holds for them together. */
  readonly found: readonly FindingDecided[] | null;
  readonly combined: CombinedFindings | null;
  readonly choices: readonly Choice[] | null;
  readonly route: Route | null;
  /** How its newest appeal stands; while one is asked nothing of the case moves. */
  readonly appeal?: AppealState | null;
  /** What its owner is asked about what came, while that is open; the bench waits for the answer. */
  readonly question?: Question | null;
  /** What sending back would cost and is waived, until somebody takes that back. */
  readonly waivedMinor?: number | null;
  readonly feeMinor: number | null;
  readonly chargeNo: number | null;
  /** The hold that secures an advance exchange; null for every other claim. */
  readonly holdNo: number | null;
  /** What became of the old device of an advance exchange. */
  readonly core: CoreState | null;
  readonly openedAt: Temporal.Instant;
  readonly closedAt: Temporal.Instant | null;
}

/** A claim as its owner, the bench and partners see it. */
export const ClaimShape = shape({
  id: Type.String(),
  deviceId: Type.String(),
  contractId: Type.Optional(Type.String()),
  serial: Type.String(),
  state: Type.Enum([...claimStates]),
  channel: Type.Enum([...channels]),
  wants: Type.Enum(["replacement", "repair"]),
  region: Type.String(),
  currency: Type.String(),
  incident: Type.Record(Type.String(), Type.Unknown()),
  findings: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  returnedParts: Type.Optional(Type.Array(Type.String())),
  /** Of several findings that of the one that leads. */
  receipt: ReceiptSchema,
  /** Each finding with its receipt; left out where there is one, which `findings` and `receipt` tell. */
  found: Type.Optional(Type.Array(FoundShape)),
  choices: Type.Optional(Type.Array(ChoiceShape)),
  route: Type.Optional(Type.Enum([...routes])),
  /** How its newest appeal stands; left out where none was made. */
  appeal: Type.Optional(Type.Enum([...appealStates])),
  /** What sending back would cost and is waived; left out where nothing is. */
  waived: Type.Optional(Money),
  /** What the service centre asks about what came; left out while nothing is asked. */
  question: Type.Optional(QuestionShape),
  fee: Type.Optional(Money),
  chargeId: Type.Optional(Type.String()),
  /** Of an advance exchange: what secures it, and whether the old device has come back. */
  holdId: Type.Optional(Type.String()),
  oldDevice: Type.Optional(Type.Enum([...coreStates])),
  /** Who has the ball, what they do, and by when. */
  next: NextStepShape,
  openedAt: Instant,
  closedAt: Type.Optional(Instant),
});
export type ClaimShape = Static<typeof ClaimShape>;

/** The terms that a claim was decided by; undefined where it has no contract. */
export function judgedBy({
  contractNo,
  receipt,
}: Pick<Claim, "contractNo" | "receipt">): Receipt["terms"] | undefined {
  return contractNo === null ? undefined : receipt.terms;
}

/** `clm_<device>_<no>`. */
export function claimId({ deviceId, no }: { readonly deviceId: string; readonly no: number }): string {
  return publicId("clm", deviceId, no);
}

/** The outside form of a claim. `dueAt` is its open deadline, when it has one. */
export function toClaim(claim: Claim, dueAt?: Temporal.Instant): ClaimShape {
  const { deviceId, serial, state, channel, wants, region, currency, incident } = claim;
  return {
    id: claimId(claim),
    deviceId: publicId("dev", deviceId),
    ...(claim.contractNo === null ? {} : { contractId: publicId("ctr", deviceId, claim.contractNo) }),
    ...{ serial, state, channel, wants, region, currency, incident },
    ...(claim.findings === null ? {} : { findings: claim.findings }),
    ...(claim.returnedParts === null ? {} : { returnedParts: [...claim.returnedParts] }),
    receipt: claim.receipt as unknown as ClaimShape["receipt"],
    ...(claim.found === null || claim.combined === null
      ? {}
      : { found: toFound(claim.found, claim.combined) }),
    ...(claim.choices === null ? {} : { choices: [...claim.choices] }),
    ...(claim.route === null ? {} : { route: claim.route }),
    ...(claim.appeal ? { appeal: claim.appeal } : {}),
    ...(claim.waivedMinor ? { waived: { amount: claim.waivedMinor, currency } } : {}),
    ...(claim.question ? { question: toQuestion(claim.question, claim.receipt.outcome) } : {}),
    ...(claim.feeMinor === null ? {} : { fee: { amount: claim.feeMinor, currency } }),
    ...(claim.chargeNo === null ? {} : { chargeId: publicId("chg", deviceId, claim.chargeNo) }),
    ...(claim.holdNo === null ? {} : { holdId: publicId("hld", deviceId, claim.holdNo) }),
    ...(claim.core === null ? {} : { oldDevice: claim.core }),
    next: nextStepOf(claim, dueAt),
    openedAt: claim.openedAt.toString(),
    ...(claim.closedAt === null ? {} : { closedAt: claim.closedAt.toString() }),
  };
}
