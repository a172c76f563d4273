import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { ALL_PARTS, advanceDesk } from "../../../test/support/advanceDesk.ts";
import { type ClaimDesk, claimDesk, OWNER, toInspected, toPaid } from "../../../test/support/claimDesk.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import type { Answer } from "../../../test/support/testApp.ts";

const codeOf = ({ status, body }: Answer): string => (status < 400 ? "done" : String(body.code));

describe("the spare pool", () => {
  let desk: ClaimDesk;
  let region = "";
  before(async () => {
    desk = await claimDesk();
    region = "EU";
  });
  const unit = (serial = desk.newSerial(), more: object = {}) => ({
    ...{ serial, model: "osmo-action-4", grade: "refurbished", region, shelf: "A1" },
    ...more,
  });
  const takeIn = (units: readonly object[]) => desk.app.call("staff", "POST /v1/spare-units", { units });
  const settle = () => desk.app.platform.jobs.drained();
  const stateOf = async (serial: string) => {
    const { status, body } = await desk.app.call("staff", `GET /v1/spare-units/${serial}`);
    return status === 404 ? "unknown" : (body.unit as { state: string }).state;
  };
  const replacementOf = async (id: string) =>
    (await desk.app.call("staff", `GET /v1/claims/${id}/replacement`)).body as {
      waits: boolean;
      reserved?: { unit: { serial: string; grade: string }; why: string };
      swaps: { newSerial: string; reversed?: object; checks: string[] }[];
      oldUnit?: { serial: string; state: string };
    };
  const coverageOf = async (serial: string) =>
    (await desk.app.call("public", `GET /v1/coverage/${serial}`)).body as {
      status: string;
      replacedBy?: string;
    };
  const wornBy = async (id: string) =>
    ((await desk.app.call("staff", `GET /v1/claims/${id}`)).body.device as { serial: string }).serial;

  it("takes a file in line by line, says what is wrong with which, and takes it again at will", async () => {
    const [good, other] = [unit(), unit()];
    const lines = [
      good,
      unit(undefined, { model: "no-such-model" }),
      unit("MVP1234567"),
      good,
      unit(desk.camera().serial),
      unit(undefined, { centre: "cen_00000000000000000000000099" }),
      other,
    ];
    const first = await takeIn(lines);
    assert.deepEqual([first.body.taken, first.body.known], [2, 0], JSON.stringify(first.body));
    assert.deepEqual(
      (first.body.refused as { line: number; code: string }[]).map(({ line, code }) => [line, code]),
      [
        [2, "unknown_model"],
        [3, "model_differs"],
        [4, "told_twice"],
        [5, "serial_worn"],
        [6, "unknown_centre"],
      ],
    );
    const again = await takeIn([good, other]);
    assert.deepEqual([again.body.taken, again.body.known], [0, 2]);
    const stock = await desk.app.call("staff", "GET /v1/stock?model=osmo-action-4");
    assert.deepEqual(stock.body.data, [
      { model: "osmo-action-4", region, grade: "refurbished", shelf: "A1", level: 2, free: 2 },
    ]);
    await settle();
    for (const { serial } of [good, other]) {
      await desk.app.call("staff", `POST /v1/spare-units/${serial}/sorting`, {
        to: "scrapped",
        reason: "test",
      });
    }
    assert.deepEqual((await desk.app.call("staff", "GET /v1/stock")).body.data, []);
  });

  it("gives what is known as it did before the pool, and takes it in on the spot", async () => {
    const id = await desk.claimAfter(toPaid);
    const serial = desk.newSerial();
    assert.equal(codeOf(await desk.step("replacement", id, { serial })), "done");
    await settle();
    assert.equal(await stateOf(serial), "reserved");
    assert.equal(codeOf(await desk.step("shipment", id)), "done");
    await settle();
    assert.equal(await stateOf(serial), "shipped");
    assert.deepEqual(await invariantSweep(desk.app.database), []);
  });

  it("lets cases wait, and serves the one reported first when a unit comes in", async () => {
    const [first, second] = [await desk.claimAfter(toPaid), await desk.claimAfter(toPaid)];
    await settle();
    const waiting = await desk.app.call("staff", "GET /v1/unit-waits");
    const ids = (waiting.body.data as { claimId: string }[]).map(({ claimId }) => claimId);
    assert.deepEqual(ids.toSorted(), [first, second].toSorted());
    const [one, other] = [unit(), unit(undefined, { grade: "new" })];
    await takeIn([one]);
    await settle();
    const served = await replacementOf(ids[0] ?? "");
    assert.deepEqual(
      [served.waits, served.reserved?.unit.serial, served.reserved?.why],
      [false, one.serial, "like"],
    );
    assert.equal((await replacementOf(ids[1] ?? "")).waits, true);
    await takeIn([other]);
    await settle();
    assert.equal((await replacementOf(ids[1] ?? "")).reserved?.why, "better_grade");
    // Another unit of the pool than the one set aside wants a reason; what is set aside for another is not
    // free.
    const spare = unit();
    await takeIn([spare]);
    const at = (serial: string, more: object = {}) =>
      desk.step("replacement", ids[0] ?? "", { serial, ...more });
    assert.equal(codeOf(await at(other.serial)), "unit_not_free");
    assert.equal(codeOf(await at(spare.serial)), "unit_reason_missing");
    assert.equal(codeOf(await at(spare.serial, { reason: "the box is torn", checks: ["pairing"] })), "done");
    await settle();
    assert.deepEqual([await stateOf(spare.serial), await stateOf(one.serial)], ["reserved", "available"]);
    assert.deepEqual((await replacementOf(ids[0] ?? "")).swaps[0]?.checks, ["pairing"]);
    assert.equal(codeOf(await desk.step("replacement", ids[1] ?? "", { serial: other.serial })), "done");
    assert.deepEqual(await invariantSweep(desk.app.database), []);
  });

  it("serves what comes in place of a device by kindness like what the plan brings", async () => {
    const id = await desk.claimAfter(toInspected);
    const pln = (amount: number) => ({ amount, currency: "PLN" });
    const gift = { gives: "replacement", fee: pln(0), cost: pln(40_000), reason: "long_wait" };
    const told = { ...gift, note: "The part never came.", says: "You waited long enough." };
    await desk.app.call("staff", `POST /v1/claims/${id}/override`, told);
    await takeIn([unit()]);
    assert.equal(codeOf(await desk.step("choice", id, { route: "goodwill" })), "done");
    await settle();
    assert.equal((await replacementOf(id)).reserved?.why, "like");
  });

  it("takes a swap back until it is shipped: serial, unit and case are as before", async () => {
    const id = await desk.claimAfter(toPaid);
    const old = await wornBy(id);
    await settle();
    const serial = (await replacementOf(id)).reserved?.unit.serial ?? assert.fail("a unit is set aside");
    assert.equal(codeOf(await desk.step("replacement", id, { serial })), "done");
    await settle();
    assert.equal(await stateOf(old), "quarantined");
    const back = (as?: "staff" | typeof OWNER) =>
      desk.app.call(as ?? "staff", `POST /v1/claims/${id}/replacement/reversal`, { reason: "wrong colour" });
    assert.equal((await back(OWNER)).status, 403);
    assert.equal(codeOf(await back()), "done");
    assert.equal(codeOf(await back()), "claim_not_at_this_step");
    assert.equal(await wornBy(id), old);
    assert.deepEqual(
      [(await coverageOf(old)).status, (await coverageOf(serial)).status],
      ["covered", "unknown"],
    );
    await settle();
    // It is its owner's again, and the unit is set aside for the case once more.
    assert.deepEqual([await stateOf(old), await stateOf(serial)], ["shipped", "reserved"]);
    assert.equal(codeOf(await desk.step("replacement", id, { serial })), "done");
    assert.equal(codeOf(await desk.step("shipment", id)), "done");
    assert.equal(codeOf(await back()), "swap_shipped");
    await settle();
    assert.deepEqual([await stateOf(old), await stateOf(serial)], ["quarantined", "shipped"]);
    const coverage = await coverageOf(old);
    assert.deepEqual([coverage.status, coverage.replacedBy], ["replaced", serial]);
    const { swaps } = await replacementOf(id);
    assert.deepEqual(
      swaps.map(({ reversed }) => reversed !== undefined),
      [true, false],
    );
    assert.deepEqual(await invariantSweep(desk.app.database), []);
  });

  it("sorts an old unit only once its case is shipped, wiped, graded and under a new serial", async () => {
    const id = await desk.claimAfter(toPaid);
    const old = await wornBy(id);
    await desk.step("replacement", id, { serial: desk.newSerial() });
    await settle();
    const sort = async (serial: string, body: object) =>
      codeOf(await desk.app.call("staff", `POST /v1/spare-units/${serial}/sorting`, body));
    assert.equal(await sort(old, { to: "triage" }), "old_unit_may_go_back");
    await desk.step("shipment", id);
    await settle();
    assert.equal(await sort(old, { to: "available", grade: "refurbished" }), "unit_not_at_this_step");
    assert.equal(await sort(old, { to: "triage" }), "done");
    assert.equal(await sort(old, { to: "refurbishing" }), "done");
    const again = { to: "available", grade: "refurbished" };
    assert.equal(await sort(old, again), "data_not_wiped");
    assert.equal(await sort(old, { ...again, wiped: true }), "retired_serial");
    const plate = desk.newSerial();
    assert.equal(await sort(old, { ...again, wiped: true, newSerial: plate }), "done");
    await settle();
    const { body } = await desk.app.call("staff", `GET /v1/spare-units/${plate}`);
    const found = body.unit as { state: string; wasSerial: string; wipedBy: string };
    assert.deepEqual([found.wasSerial, found.wipedBy !== undefined], [old, true]);
    const states = (body.moves as { state: string }[]).map(({ state }) => state);
    assert.deepEqual(states.slice(0, 4), ["quarantined", "triage", "refurbishing", "renamed"]);
    assert.deepEqual(await invariantSweep(desk.app.database), []);
  });

  it("moves units, and counts a place against its books", async () => {
    const [one, other] = [unit(undefined, { shelf: "C1" }), unit(undefined, { shelf: "C2" })];
    await takeIn([one, other]);
    await settle();
    const moved = await desk.app.call("staff", "POST /v1/spare-units/moves", {
      ...{ serials: [one.serial], to: { shelf: "C3" } },
    });
    assert.deepEqual(moved.body, { moved: 1 });
    const count = await desk.app.call("staff", "POST /v1/stock-takes", {
      ...{ shelf: "C3", serials: [other.serial, "AC4NOBODYHAS"] },
    });
    assert.deepEqual(count.body, {
      ...{ counted: 2, missing: [one.serial], strange: ["AC4NOBODYHAS"], moved: [other.serial] },
    });
    const { body } = await desk.app.call("staff", "GET /v1/stock?model=osmo-action-4");
    const levels = (body.data as { shelf: string; level: number }[]).filter(({ shelf }) =>
      shelf.startsWith("C"),
    );
    assert.deepEqual(
      levels.map(({ shelf, level }) => [shelf, level]),
      [["C3", 2]],
    );
    assert.deepEqual(await invariantSweep(desk.app.database), []);
  });

  it("gives a unit of the model that follows where there is none, and says so", async () => {
    const set = (successors: readonly string[]) =>
      desk.app.call("manager", "PUT /v1/successors/osmo-action-4", { successors });
    assert.equal((await set(["no-such-model"])).status, 400);
    assert.equal((await set(["osmo-action-4"])).status, 400);
    assert.equal((await set(["mavic-pro"])).status, 200);
    const free = await desk.app.call("staff", "GET /v1/spare-units?state=available");
    for (const { serial } of free.body.data as { serial: string }[]) {
      await desk.app.call("staff", `POST /v1/spare-units/${serial}/sorting`, { to: "scrapped" });
    }
    const id = await desk.claimAfter(toPaid);
    await settle();
    const none = await desk.app.call("staff", `POST /v1/claims/${id}/reservation`);
    assert.deepEqual([codeOf(none), (await replacementOf(id)).waits], ["no_unit_free", true]);
    // Of the model that follows, but for another region, it would not do.
    await takeIn([unit("MVP7654321", { model: "mavic-pro", region: "US" })]);
    await settle();
    assert.equal((await replacementOf(id)).waits, true);
    assert.equal(
      codeOf(await desk.step("replacement", id, { serial: "MVP7654321" })),
      "unit_in_other_region",
    );
    await takeIn([unit("MVP1234567", { model: "mavic-pro" })]);
    await settle();
    assert.equal((await replacementOf(id)).reserved?.why, "successor");
    assert.equal(codeOf(await desk.step("replacement", id, { serial: "MVP1234567" })), "done");
    assert.equal((await coverageOf("MVP1234567")).status, "promised");
    assert.equal(codeOf(await desk.step("shipment", id)), "done");
    assert.equal((await coverageOf("MVP1234567")).status, "covered");
    await settle();
    assert.deepEqual(await invariantSweep(desk.app.database), []);
  });
});

describe("the old unit of an advance exchange", () => {
  it("is in quarantine when its record says that it has come, and not before", async () => {
    const express = await advanceDesk();
    const { id, serial } = await express.shipped();
    const { app } = express;
    await app.platform.jobs.drained();
    const found = async () => {
      const { status, body } = await app.call("staff", `GET /v1/spare-units/${serial}`);
      return status === 404 ? "unknown" : (body.unit as { state: string }).state;
    };
    assert.equal(await found(), "unknown");
    const some = await express.bench("intake", id, { serial, parts: ["aircraft"], condition: "broken" });
    assert.equal(some.status, 200);
    await app.platform.jobs.drained();
    assert.equal(await found(), "unknown");
    await express.bench("intake", id, { serial, parts: ALL_PARTS, condition: "broken" });
    await app.platform.jobs.drained();
    assert.deepEqual([(await express.claim(id)).oldDevice, await found()], ["received", "quarantined"]);
    assert.deepEqual(await invariantSweep(app.database), []);
  });
});
