import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatInstant } from "../format/formatDate.ts";
import { keyAsked } from "./keyAsked.ts";

const told = { label: " till ", role: "integrator", email: "", lastDay: "" } as const;

describe("a new key", () => {
  for (const zone of ["Europe/Berlin", "America/New_York", "Pacific/Auckland", "UTC"]) {
    it(`works until its last day is over in ${zone}, and is shown with that day`, () => {
      process.env.TZ = zone;
      const { expiresAt } = keyAsked({ ...told, lastDay: "2026-12-04" });
      assert.equal(formatInstant(String(expiresAt)), "Fri 4 Dec 2026, 23:59");
    });
  }

  it("has no end where no day was chosen, and an address where it is an owner's", () => {
    assert.deepEqual(keyAsked(told), { label: "till", role: "integrator" });
    assert.deepEqual(keyAsked({ ...told, role: "owner", email: " a@b.example " }), {
      ...{ label: "till", role: "owner", email: "a@b.example" },
    });
  });
});
