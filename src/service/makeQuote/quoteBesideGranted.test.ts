import { deepEqual, equal } from "node:assert/strict";
import { it } from "node:test";
import { claimDesk, toInspected } from "../../../test/support/claimDesk.ts";

const pln = (amount: number) => ({ amount, currency: "PLN" });

it("a quote leaves on the sheet what was granted beyond the terms, and takes no other currency", async () => {
  const desk = await claimDesk();
  const id = await desk.claimAfter(toInspected);
  const gift = { gives: "replacement", fee: pln(0), cost: pln(40_000), reason: "long_wait", note: "late" };
  equal((await desk.app.call("staff", `POST /v1/claims/${id}/override`, gift)).status, 201);
  const quoted = async (unit: object) =>
    await desk.app.call("staff", `POST /v1/claims/${id}/quote`, {
      lines: [{ kind: "other", says: "Glue", quantity: 1, unit }],
    });
  equal((await quoted({ amount: 100, currency: "EUR" })).status, 400);
  const { status, body } = await quoted(pln(30_000));
  equal(status, 200, JSON.stringify(body));
  const ways = (body.choices as { route: string }[]).map(({ route }) => route);
  deepEqual([ways.includes("goodwill"), ways.includes("paid")], [true, true]);
  equal((await desk.step("choice", id, { route: "goodwill" })).body.state, "paid");
});
