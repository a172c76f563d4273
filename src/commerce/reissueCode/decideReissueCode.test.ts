import { equal } from "node:assert/strict";
import { test } from "node:test";
import { decideReissueCode, type ReissueFacts } from "./decideReissueCode.ts";

const at = Temporal.Instant.from("2026-06-01T10:00:00Z");
const before = at.subtract({ hours: 1 });
const after = at.add({ hours: 1 });
const code: ReissueFacts["code"] = {
  ...{ state: "sold", last4: "7Q2M", voidedFor: null, replacedBy: null },
  ...{ deliveredAt: before, expiresAt: null },
};
const unused = { state: "unused", isDisputed: false };
const stolen = { ...code, state: "void", voidedFor: "stolen" } as const;

/** The code, its sale, and what is said. */
const CASES: readonly (readonly [string, ReissueFacts["code"], ReissueFacts["sale"], string])[] = [
  ["an unused one", code, unused, "lost"],
  ["one that ends later", { ...code, expiresAt: after }, unused, "lost"],
  ["one that nothing was paid for", code, undefined, "lost"],
  ["one that was voided with its batch", stolen, unused, "stolen"],
  ["that again", { ...stolen, replacedBy: Buffer.of(1) }, unused, "code_not_sold"],
  ["a lost one again", { ...stolen, voidedFor: "lost", replacedBy: Buffer.of(1) }, unused, "code_not_sold"],
  ["one that was given back", { ...stolen, voidedFor: "returned" }, unused, "code_not_sold"],
  ["a used one", { ...code, state: "redeemed" }, unused, "code_has_contract"],
  ["one whose day is over", { ...code, expiresAt: at }, unused, "code_not_sold"],
  ["one that ended", { ...code, state: "expired", expiresAt: before }, unused, "code_not_sold"],
  ["one nobody has yet", { ...code, deliveredAt: null }, unused, "code_not_sold"],
  ["one whose payment is disputed", code, { ...unused, isDisputed: true }, "codes_disputed"],
  ["one that was paid back", stolen, { ...unused, state: "refunded" }, "code_not_sold"],
];

test("a code is issued anew once, unused, and while its money stands", () => {
  for (const [name, given, sale, expected] of CASES) {
    const { accepted, refused } = decideReissueCode({ at, code: given, sale });
    equal(accepted ?? refused?.code, expected, name);
  }
});
