import type { CaseOfLife } from "./lives.ts";

/** Something that somebody does about a case, on a day of the year. */
export interface StepOfCase {
  readonly on: number;
  readonly step:
    | "report"
    | "intake"
    | "inspection"
    | "choice"
    | "payment"
    | "replacement"
    | "shipment"
    | "closure"
    | "cancellation";
}

/** What somebody did last before a case was left alone, and what follows by itself so many days after. */
export interface LeftAlone {
  readonly after: StepOfCase["step"];
  readonly days: number;
  readonly event: "ClaimLapsed" | "ClaimClosed";
}

/** The terms of the reference programme say nothing of these days; the platform's own hold. */
const DAYS = { toSend: 30, toChoose: 30, toPay: 30, toClose: 14 } as const;

const CLOSES: LeftAlone = { after: "shipment", days: DAYS.toClose, event: "ClaimClosed" };

/** What is done about a case, and what follows by itself: the reference that a year is judged by. */
export function stepsOfCase({ reportedOn, ending }: CaseOfLife): {
  readonly steps: readonly StepOfCase[];
  readonly alone: readonly LeftAlone[];
} {
  const steps = (days: Partial<Record<StepOfCase["step"], number>>): StepOfCase[] =>
    Object.entries({ report: 0, ...days }).map(([step, day]) => ({
      on: reportedOn + day,
      step: step as StepOfCase["step"],
    }));
  const seen = { intake: 4, inspection: 5 };
  const paid = { ...seen, choice: 6, payment: 7, replacement: 8, shipment: 9 };
  const lapses = (after: StepOfCase["step"], days: number): LeftAlone => ({
    after,
    days,
    event: "ClaimLapsed",
  });
  switch (ending) {
    case "never_sent":
      return { steps: steps({}), alone: [lapses("report", DAYS.toSend)] };
    case "cancelled":
      return { steps: steps({ cancellation: 3 }), alone: [] };
    case "never_chosen":
      return {
        steps: steps({ ...seen, shipment: 38 }),
        alone: [lapses("inspection", DAYS.toChoose), CLOSES],
      };
    case "never_paid":
      return {
        steps: steps({ ...seen, choice: 6, shipment: 39 }),
        alone: [lapses("choice", DAYS.toPay), CLOSES],
      };
    case "repaired_by_warranty":
    case "sent_back":
      return { steps: steps({ ...seen, choice: 6, shipment: 9 }), alone: [CLOSES] };
    case "closed_by_hand":
      return { steps: steps({ ...paid, closure: 15 }), alone: [] };
    case "closes_by_itself":
      return { steps: steps(paid), alone: [CLOSES] };
  }
}
