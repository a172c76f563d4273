import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { judgeMail, MAILED_A_DAY } from "./judgeMail.ts";

type Facts = Parameters<typeof judgeMail>[0];

const plain: Facts = {
  mail: { sender: "ada@example.org", machine: undefined },
  own: ["care@example.com"],
  named: "clm_1",
  assigned: undefined,
  mailed: 0,
  owners: ["ada@example.org"],
};

describe("where a mail goes", () => {
  const table: readonly (readonly [what: string, facts: Partial<Facts>, goes: unknown])[] = [
    ["its owner's, to its case", {}, { kind: "take", claimId: "clm_1", isVerified: true }],
    ["another's", { owners: [] }, { kind: "take", claimId: "clm_1", isVerified: false }],
    [
      "nobody's",
      { mail: { sender: undefined, machine: undefined } },
      { kind: "take", claimId: "clm_1", isVerified: false },
    ],
    ["of no case", { named: undefined }, { kind: "unmatched", outcome: "no_case" }],
    ["of an address made up", { named: "wrong" }, { kind: "unmatched", outcome: "token_wrong" }],
    ["one that cannot be read", { mail: undefined }, { kind: "unmatched", outcome: "not_readable" }],
    ["one too many", { mailed: MAILED_A_DAY }, { kind: "unmatched", outcome: "too_many" }],
    [
      "a bounce",
      { mail: { sender: "x@y.z", machine: "bounce" } },
      { kind: "ignore", outcome: "bounce", claimId: "clm_1" },
    ],
    [
      "our own",
      { mail: { sender: "care@example.com", machine: undefined }, named: undefined },
      { kind: "ignore", outcome: "own_mail", claimId: undefined },
    ],
    [
      "what a person put into a case, whatever it is",
      { mail: undefined, named: "wrong", assigned: "clm_2", mailed: 999 },
      { kind: "take", claimId: "clm_2", isVerified: false },
    ],
  ];
  for (const [what, facts, goes] of table) {
    it(what, () => deepEqual(judgeMail({ ...plain, ...facts }), goes));
  }
});
