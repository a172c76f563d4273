import { accepted, type Decision } from "../../platform/index.ts";
import type { Claim } from "../claim.ts";
import { type Answer, answersTo } from "../questions/index.ts";
import { refuse } from "../refusals.ts";

/** What follows from an answer. */
export type AnswerTaken =
  /** The bench goes on with what came. */
  | "goes_on"
  /** The owner sends something: what is missing, or the right device. */
  | "awaits_parcel"
  /** What was taken in goes back. */
  | "goes_back"
  /** Nothing of the case was taken in, and nothing will be. */
  | "cancelled";

/** Whether this can be answered, and what follows. Pure. */
export function decideAnswerQuestion(
  answer: Answer,
  { question, state, receipt, appeal }: Pick<Claim, "question" | "state" | "receipt" | "appeal">,
): Decision<AnswerTaken> {
  if (appeal === "asked") {
    return refuse("appeal_open");
  }
  if (!question) {
    return refuse("no_question");
  }
  if (!answersTo(question.about, receipt.outcome).includes(answer)) {
    return refuse("no_such_answer");
  }
  if (answer === "send_back") {
    return accepted(state === "reported" ? "cancelled" : "goes_back");
  }
  return accepted(answer === "go_on" ? "goes_on" : "awaits_parcel");
}
