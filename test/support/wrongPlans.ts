import { planHold } from "../../src/money/holds/planHold.ts";
import type { HoldFault } from "./judgeHold.ts";

type Plan = typeof planHold;

/** Plans that are wrong on purpose, and the fault each must be found by. */
export const wrongPlans: readonly {
  readonly name: string;
  readonly fault: HoldFault;
  readonly plan: Plan;
}[] = [
  {
    name: "never authorises anew",
    fault: "uncovered",
    plan: (facts) => {
      const next = planHold(facts);
      const until = facts.authorisations.at(-1)?.captureBefore ?? undefined;
      return next.act === "renew" ? { act: "wait", until } : next;
    },
  },
  {
    name: "captures at the deadline, without notice",
    fault: "captured early",
    plan: (facts) => {
      const next = planHold(facts);
      const cover = facts.authorisations.findLast(
        ({ state, leaving }) => state === "placed" && leaving === null,
      );
      return next.act === "notify" && cover !== undefined
        ? { act: "capture", authorisationNo: cover.no, amountMinor: facts.amountMinor }
        : next;
    },
  },
  {
    name: "releases the old authorisation before the new one is placed",
    fault: "uncovered",
    plan: (facts) => {
      const next = planHold(facts);
      const cover = facts.authorisations.findLast(
        ({ state, leaving }) => state === "placed" && leaving === null,
      );
      return next.act === "renew" && cover !== undefined
        ? { act: "release", authorisationNo: cover.no }
        : next;
    },
  },
  {
    name: "forgets to release what came back",
    fault: "left",
    plan: (facts) =>
      facts.answer === "release" && facts.ending === null
        ? planHold({ ...facts, answer: "review", dueAt: null })
        : planHold(facts),
  },
  {
    name: "tells nobody of a card that said no",
    fault: "not told",
    plan: (facts) => {
      const next = planHold(facts);
      return next.act === "ask_person" && next.why === "renewal_declined"
        ? planHold({ ...facts, attention: "renewal_declined" })
        : next;
    },
  },
];
