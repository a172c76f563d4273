import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatInstant } from "../format/formatDate.ts";
import { disputeTold } from "./disputeTold.ts";

const of = { charge: "chg_1_1", amount: { amount: 4425, currency: "EUR" } };
const told = { reason: " fraudulent ", providerRef: "dp_1 ", answerBy: "" };

describe("a dispute that is booked by hand", () => {
  for (const zone of ["Europe/Berlin", "America/New_York", "Pacific/Auckland", "UTC"]) {
    it(`takes evidence until the end of the day that was chosen, as ${zone} shows it`, () => {
      process.env.TZ = zone;
      const { answerBy } = disputeTold({ ...told, answerBy: "2026-12-04" }, of);
      assert.equal(formatInstant(String(answerBy)), "Fri 4 Dec 2026, 23:59");
    });
  }

  it("says no day where none was chosen", () => {
    assert.deepEqual(disputeTold(told, of), { ...of, reason: "fraudulent", providerRef: "dp_1" });
  });
});
