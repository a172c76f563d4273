import assert, { deepEqual, equal } from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type AdvanceDesk, ALL_PARTS, advanceDesk } from "../../../test/support/advanceDesk.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";

let desk: AdvanceDesk;
before(async () => {
  desk = await advanceDesk();
});

type Body = Readonly<Record<string, unknown>>;
const next = (claim: Body) => (claim.next as { what: string }).what;

describe("an advance exchange", () => {
  it("is offered with its fee and its hold, and is paid before anything is sent", async () => {
    const opened = await desk.report();
    equal(opened.status, 201, JSON.stringify(opened.body));
    const claim = opened.body.claim as Body;
    const receipt = claim.receipt as Body;
    deepEqual([receipt.outcome, next(claim)], ["plan", "pay"]);
    equal((receipt.hold as { amount: number }).amount, 14_900);
    const paid = await desk.pay(String(claim.id));
    equal(paid.status, 200, JSON.stringify(paid.body));
    const { hold, charge } = paid.body as { hold: Body; charge: Body };
    deepEqual([hold.state, charge.state], ["placed", "captured"]);
    deepEqual([(paid.body.claim as Body).state, next(paid.body.claim as Body)], ["paid", "replace"]);
  });

  it("goes home and back: shipped first, released when the old one is here", async () => {
    const { id, serial } = await desk.shipped();
    const away = await desk.claim(id);
    deepEqual([away.state, next(away), away.oldDevice], ["shipped", "send_back", "awaited"]);
    equal((away.next as { by: string }).by, "2026-09-20T10:00:00Z");
    equal((await desk.app.call("staff", `POST /v1/claims/${id}/closure`, {})).body.code, "return_awaited");
    await desk.days(9);
    const back = await desk.bench("intake", id, { serial, parts: ALL_PARTS, condition: "crashed" });
    equal(back.status, 200, JSON.stringify(back.body));
    await desk.app.platform.jobs.drained();
    deepEqual([(await desk.hold(id)).state, (await desk.claim(id)).oldDevice], ["released", "received"]);
    await desk.days(10);
    equal((await desk.claim(id)).state, "closed");
  });
});

it("breaks no invariant", async () => {
  deepEqual(await invariantSweep(desk.app.database as TestDatabase), []);
});
