import { type Static, Type } from "typebox";
import { Instant, shape } from "../../platform/index.ts";

/** What came otherwise than it was awaited. */
export const mismatchKinds = [
  "another_device",
  "another_maker",
  "parts_missing",
  "parts_unasked",
  "condition_differs",
] as const;
export type MismatchKind = (typeof mismatchKinds)[number];

/**
 * What an owner can answer: go on with what came, send what is missing, send the right device, or have it
 * sent back as it is.
 */
export const answers = ["go_on", "send_rest", "send_right", "send_back"] as const;
export type Answer = (typeof answers)[number];

/** What is asked of a claim and not answered yet, as it stands in the database. */
export interface Question {
  readonly no: number;
  readonly about: MismatchKind;
  /** The bench's own words. */
  readonly says: string;
  /** An instant, as text. */
  readonly askedAt: string;
}

/** What an owner is asked. */
export const QuestionShape = shape({
  about: Type.Enum([...mismatchKinds]),
  says: Type.String(),
  answers: Type.Array(Type.Enum([...answers])),
  askedAt: Instant,
});
export type QuestionShape = Static<typeof QuestionShape>;

/** What can be answered, by what came and by whether the terms hold the case for its parts. Pure. */
export function answersTo(about: MismatchKind, outcome: string): readonly Answer[] {
  if (about === "another_device" || about === "another_maker") {
    return ["send_right", "send_back"];
  }
  return outcome === "hold" ? ["send_rest", "send_back"] : ["go_on", "send_back"];
}

/** The outside form of a question. */
export function toQuestion({ about, says, askedAt }: Question, outcome: string): QuestionShape {
  return {
    ...{ about, says },
    answers: [...answersTo(about, outcome)],
    askedAt: Temporal.Instant.from(askedAt).toString(),
  };
}
