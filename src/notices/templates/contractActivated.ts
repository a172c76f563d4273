import type { Letter } from "../letter.ts";

/** What the confirmation of a plan is made from. Days are written out. */
export interface ContractFacts {
  readonly contractId: string;
  readonly plan: string;
  readonly device: string;
  readonly serial: string;
  readonly region: string;
  readonly firstDay: string;
  readonly lastDay: string;
  /** Replacements that are left. */
  readonly left: number;
  readonly deviceUrl: string;
}

/** A code was bound to a device: its plan runs. */
export function contractActivated(facts: ContractFacts): Letter {
  return {
    subject: `Your plan for ${facts.device} is active`,
    parts: [
      { say: `Your ${facts.device} is covered from today. Keep this mail: it confirms your plan.` },
      { facts: planRows(facts) },
      {
        say: "If something happens to it, report it soon. We tell you at once what it will cost.",
      },
      { button: "See your device", url: facts.deviceUrl },
    ],
  };
}

/** The facts of a plan, as rows. */
export function planRows(facts: ContractFacts): [string, string][] {
  return [
    ["Plan", facts.plan],
    ["Device", `${facts.device}, serial ${facts.serial}`],
    ["Covered from", facts.firstDay],
    ["Covered until", `the end of ${facts.lastDay}`],
    ["Replacements left", String(facts.left)],
    ["Served in", facts.region],
    ["Contract", facts.contractId],
  ];
}
