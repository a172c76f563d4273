import type { Letter } from "../letter.ts";
import { type ContractFacts, planRows } from "./contractActivated.ts";

/** The payment of a plan is disputed: what that means, and what to do. */
export function planSuspended(facts: ContractFacts): Letter {
  return {
    subject: `Your plan for ${facts.device} is suspended`,
    parts: [
      {
        say:
          "The payment of your plan is disputed: a bank has taken the money back and is looking at it. " +
          "Until that is settled nothing can be reported on the plan.",
      },
      { facts: planRows(facts).slice(0, 2) },
      {
        say:
          "If you or somebody who paid for you disputed it by mistake, tell the bank and then answer this " +
          "mail. If it was a gift or bought in a shop, ask who paid for it.",
      },
      { say: "When it is settled for the plan, the plan goes on with all that is left of it." },
      { button: "See your device", url: facts.deviceUrl },
    ],
  };
}

/** The dispute is over and the plan goes on. */
export function planResumed(facts: ContractFacts): Letter {
  return {
    subject: `Your plan for ${facts.device} goes on`,
    parts: [
      {
        say: "The dispute about its payment is settled, and your plan goes on. Its last day stays the same.",
      },
      { facts: planRows(facts) },
      { button: "See your device", url: facts.deviceUrl },
    ],
  };
}

/** The bank has kept the money: the plan has ended. */
export function planUnpaid(facts: ContractFacts & { readonly endedAt: string }): Letter {
  return {
    subject: `Your plan for ${facts.device} has ended`,
    parts: [
      {
        say:
          "The bank has decided that the payment of your plan stays taken back. So the plan has ended: " +
          "damage from now on is not covered.",
      },
      { facts: [["Ended", facts.endedAt], ...planRows(facts).slice(0, 2), ["Contract", facts.contractId]] },
      { say: "Nothing is owed. If this is not right, answer this mail: a person looks at it." },
      { button: "See your device", url: facts.deviceUrl },
    ],
  };
}
