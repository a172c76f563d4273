import { type LockedCase, type MismatchKind, refuseClaim } from "../../claims/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";

/** The ways the bench can go. */
export const mismatchChoices = ["ask", "refuse", "continue"] as const;
export type MismatchChoice = (typeof mismatchChoices)[number];

/** What came, and what the bench wants. The serial is normalised. */
export interface MismatchTold {
  readonly serial: string;
  readonly parts: readonly string[];
  readonly choice: MismatchChoice;
  /** It is another maker's. */
  readonly foreign: boolean;
  /** It does not look as its owner told. */
  readonly conditionDiffers: boolean;
}

/** What differs, and whether the parcel is of the case at all. */
export interface MismatchFound {
  readonly kinds: readonly MismatchKind[];
  readonly missing: readonly string[];
  /** Of another device nothing is taken in: it is kept by itself. */
  readonly isOfCase: boolean;
}

/**
 * What is not as it was awaited, and whether the bench may go this way. Another device never becomes the
 * case's by somebody's wish: the plan is bound to its serial. Pure.
 */
export function decideReportMismatch(
  { serial, parts, choice, foreign, conditionDiffers }: MismatchTold,
  { claim, record, terms }: LockedCase,
): Decision<MismatchFound> {
  if (claim.state !== "reported" && claim.state !== "received") {
    return refuseClaim("claim_not_at_this_step");
  }
  if (choice === "ask" && claim.question) {
    return refuseClaim("question_open");
  }
  const expected = terms.parts(record.device.model);
  const here = [...(claim.returnedParts ?? []), ...parts];
  const missing = expected.filter((part) => !here.includes(part));
  if (foreign || serial !== record.device.serial) {
    return choice === "continue"
      ? refuse("belongs_elsewhere")
      : accepted({ kinds: [foreign ? "another_maker" : "another_device"], missing, isOfCase: false });
  }
  const kinds: MismatchKind[] = [
    ...(missing.length > 0 ? (["parts_missing"] as const) : []),
    ...(parts.some((part) => !expected.includes(part)) ? (["parts_unasked"] as const) : []),
    ...(conditionDiffers ? (["condition_differs"] as const) : []),
  ];
  return kinds.length === 0 ? refuse("nothing_differs") : accepted({ kinds, missing, isOfCase: true });
}
