import type { CoverAnswer } from "../pages/coverPage.ts";
import type { MakersWarranty } from "../parts/makersWarranty.ts";
import type { RibbonFacts } from "../ribbon/ribbonFacts.ts";
import { en } from "../words/en.ts";

export type StrangerView = {
  readonly today: string;
  readonly zone: string;
  readonly serial: string;
  readonly device: string;
  readonly answer: CoverAnswer;
  readonly warranty?: MakersWarranty | undefined;
};

/**
 * The ribbon of a serial for anybody: the end of the cover or of the time to buy, and nothing of who or
 * when.
 */
export function strangerRibbon(view: StrangerView): RibbonFacts | undefined {
  const { today, zone, serial, device, answer, warranty } = view;
  const facts = {
    today,
    zone,
    currency: "EUR",
    device: { name: device, model: "" },
    units: [{ serial }],
    deadlines: [],
    ...(warranty === undefined ? {} : { warranty: { to: warranty.lastDay } }),
  };
  const plan = (endsAt: string, state: string) => [{ product: "cover", endsAt, state, slots: [] }];
  if (answer.kind === "covered" || answer.kind === "used up") {
    return { ...facts, contracts: plan(answer.until, answer.kind === "covered" ? "active" : "exhausted") };
  }
  if (answer.kind === "ended") {
    return { ...facts, contracts: plan(answer.endedAt, "expired") };
  }
  if (answer.kind !== "buyable" || answer.until === undefined) {
    return undefined;
  }
  const deadline = { label: en.cover.buyFlag, at: answer.until, kind: "may" as const };
  return { ...facts, contracts: [], deadlines: [deadline] };
}
