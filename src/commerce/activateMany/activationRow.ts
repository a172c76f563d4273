import { type Static, Type } from "typebox";
import { shape } from "../../platform/index.ts";

export const outcomes = ["activated", "already", "refused", "wrong"] as const;

/** What became of one row: bound now, bound before, refused, or not of the form that was asked. */
export const ActivationOutcome = shape({
  /** Its place in the list, from 0. */
  row: Type.Integer(),
  outcome: Type.Enum([...outcomes]),
  contract: Type.Union([Type.String(), Type.Null()]),
  /** The last day of its plan. */
  lastDay: Type.Union([Type.String(), Type.Null()]),
  /** Of a row that was refused or is wrong: why, in code and words, and what would do. */
  reason: Type.Union([Type.String(), Type.Null()]),
  says: Type.Union([Type.String(), Type.Null()]),
  next: Type.Union([Type.String(), Type.Null()]),
});
export type ActivationOutcome = Static<typeof ActivationOutcome>;

const NOTHING = { contract: null, lastDay: null, reason: null, says: null, next: null };

/** Of a row by its place; what is not said of it is null. */
export function outcomeOf(
  row: number,
  outcome: ActivationOutcome["outcome"],
  more: Partial<ActivationOutcome>,
): ActivationOutcome {
  return { ...NOTHING, ...more, row, outcome };
}
