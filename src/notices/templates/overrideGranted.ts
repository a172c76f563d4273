import type { Letter } from "../letter.ts";
import { type CaseFacts, caseRows } from "./claimOpened.ts";

/** Staff do better for an owner than the terms. */
export interface OverrideGrantedFacts extends CaseFacts {
  readonly gives: "repair" | "replacement";
  readonly fee: string | undefined;
  readonly says: string | undefined;
}

export function overrideGranted(facts: OverrideGrantedFacts): Letter {
  const { gives, fee, says, device } = facts;
  const what = gives === "repair" ? `repair your ${device}` : `give you another ${device}`;
  const price = fee === undefined ? "for nothing" : `for ${fee}`;
  return {
    subject: `One way more for ${device}`,
    parts: [
      { say: `We can ${what} ${price}, beside what the terms of your plan give. It uses no replacement.` },
      ...(says === undefined ? [] : [{ say: says }]),
      { button: "Compare and choose", url: facts.caseUrl },
      { facts: caseRows(facts) },
    ],
  };
}
