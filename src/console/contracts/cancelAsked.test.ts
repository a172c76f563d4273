import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatDay } from "../format/formatDate.ts";
import { momentOf } from "../format/wallClock.ts";
import { cancelAsked } from "./cancelAsked.ts";

const told = { by: "holder", reason: "withdrawal", noticeOn: "", deviceReturned: false };

const LATER = Date.parse("2026-12-20T10:00:00Z");

describe("the end of a contract", () => {
  for (const zone of ["Europe/Berlin", "America/New_York", "Pacific/Auckland", "Pacific/Kiritimati", "UTC"]) {
    it(`was asked for on the day of the letter where the contract is, in ${zone}`, () => {
      const letter = { ...told, noticeOn: "2026-12-04" };
      const { noticeAt } = cancelAsked(letter, { id: "ctr_a_1", zone }, LATER);
      assert.equal(formatDay(String(noticeAt), zone), "Fri 4 Dec 2026");
      const morning = Date.parse(momentOf("2026-12-04", "00:01", zone));
      assert.equal(
        cancelAsked(letter, { id: "ctr_a_1", zone }, morning).noticeAt,
        undefined,
        "of today: now",
      );
    });
  }

  it("says no day where it was asked for now, and that the device came back where it did", () => {
    const of = { id: "ctr_a_1", zone: "UTC" };
    const { by, reason } = told;
    assert.deepEqual(cancelAsked(told, of, LATER), { id: of.id, by, reason });
    const returned = cancelAsked({ ...told, deviceReturned: true }, of, LATER);
    assert.deepEqual(returned, { id: of.id, by, reason, deviceReturned: true });
  });
});
