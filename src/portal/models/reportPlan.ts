import { askReport, isGone, type ReportAnswer } from "../../claims/index.ts";
import { perform, type Refusal } from "../../platform/index.ts";
import type { Answers } from "../visit/draft.ts";
import { isEmpty } from "../visit/readForm.ts";
import type { Visit } from "../visit/visit.ts";
import { channelOf, incidentTold, reportSteps, type Step } from "./reportAnswers.ts";

/** Which questions this report asks, as far as its answers tell, and what the terms say to them. */
export interface ReportPlan {
  readonly steps: readonly Step[];
  /** The first that is not answered; the last, `check`, when all are. */
  readonly due: Step;
  readonly asked: ReportAnswer | undefined;
  /** It cannot be reported at all: another unit, nobody's device. */
  readonly refused: Refusal | undefined;
}

type Name = Step["name"];
const stepNamed = (name: Name): Step => reportSteps.find((step) => step.name === name) as Step;
const onNeed: readonly Name[] = ["back", "more", "parts", "record"];

/** Asks the terms, answer by answer, which question comes next. */
export async function reportPlanOf(visit: Visit, answers: Answers): Promise<ReportPlan> {
  const isOpen = (name: Name) => !isEmpty(stepNamed(name).check(answers, visit.now));
  const names = new Set<Name>(["what", "when"]);
  let open = [...names].find(isOpen);
  let { asked, refused } = await ask(visit, answers, names);
  for (const name of onNeed) {
    if (open === undefined && asked?.due.some((due) => due.name === name)) {
      names.add(name);
      open = isOpen(name) ? name : undefined;
      ({ asked, refused } = open === undefined ? await ask(visit, answers, names) : { asked, refused });
    }
  }
  const isNo = open === undefined && asked?.receipt.outcome === "refused";
  for (const name of restOf(isNo, isGone(incidentTold(answers, names)))) {
    names.add(name);
    open ??= isOpen(name) ? name : undefined;
  }
  const steps = reportSteps.filter(({ name }) => names.has(name));
  return { steps, due: stepNamed(open ?? "check"), asked, refused };
}

/** What nothing pays for is sent nowhere; what is gone is neither sent nor brought. */
function restOf(isNo: boolean, gone: boolean): readonly Name[] {
  if (isNo) {
    return ["check"];
  }
  return gone ? ["address", "check"] : ["service", "address", "check"];
}

async function ask(visit: Visit, answers: Answers, names: ReadonlySet<Name>) {
  const command = {
    serial: answers.serial ?? "",
    incident: incidentTold(answers, names),
    channel: channelOf(answers),
  };
  const { reply, refused } = await perform(visit.platform, visit.caller, askReport, command);
  return { asked: reply, refused };
}

export const namesOf = (steps: readonly Step[]): ReadonlySet<Name> => new Set(steps.map(({ name }) => name));
