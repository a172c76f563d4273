import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { WarrantyFacts, WarrantyRule } from "../warranties/index.ts";
import { decideTellWarranty, type WarrantyTold } from "./decideTellWarranty.ts";

const at = Temporal.Instant.from("2026-06-10T10:00:00Z");
const rule: WarrantyRule = {
  ...{ scope: "*", region: "*", component: "device", validFrom: Temporal.PlainDate.from("2010-01-01") },
  ...{ months: 12, shippedDays: 90, madeDays: 90, replacementDays: null, beginsBy: "told" },
  ...{ version: 1, setAt: at, setBy: "x" },
};
const facts: WarrantyFacts = {
  ...{ ruled: { model: "mini-3", series: "mini", maker: "dji" }, region: "EU", zone: "Europe/Warsaw" },
  ...{ sources: [], rules: [rule], warranties: [], plans: [] },
};
const purchased = { what: "purchased", toldAt: null, toldOn: Temporal.PlainDate.from("2026-05-20") } as const;
const told: WarrantyTold = {
  ...{ at, actor: "key:1", toldBy: "office", told: [purchased], proof: "invoice 7", reason: "seen" },
  ...{ seen: 0, facts },
};

describe("what is told of a warranty", () => {
  it("is kept as a source with its proof, and begins the record", () => {
    const { accepted } = decideTellWarranty(told);
    assert.deepEqual(
      accepted?.sources.map(({ what, toldBy, proof }) => [what, toldBy, proof]),
      [["purchased", "office", "invoice 7"]],
    );
    assert.deepEqual(
      accepted?.versions.map(({ kind, sourceNo, endsAt }) => [kind, sourceNo, endsAt.toString()]),
      [["started", 1, "2027-05-20T22:00:00Z"]],
    );
  });

  it("by the office is refused without a proof, and the registry's word is one", () => {
    assert.equal(decideTellWarranty({ ...told, proof: undefined }).refused?.code, "warranty_unproved");
    const registry = { ...told, toldBy: "registry", proof: undefined } as const;
    assert.equal(decideTellWarranty(registry).accepted?.versions.length, 1);
  });

  it("is refused where the record is another than was seen", () => {
    assert.equal(decideTellWarranty({ ...told, seen: 1 }).refused?.code, "warranty_changed_meanwhile");
    assert.notEqual(decideTellWarranty({ ...told, seen: undefined }).accepted, undefined);
  });

  it("that begins nothing by its rule is kept all the same", () => {
    const made = { what: "made", toldAt: null, toldOn: Temporal.PlainDate.from("2026-01-01") } as const;
    const strict = { ...facts, rules: [{ ...rule, madeDays: null }] };
    const { accepted } = decideTellWarranty({ ...told, told: [made], facts: strict });
    assert.deepEqual([accepted?.sources.length, accepted?.versions.length], [1, 0]);
  });
});
